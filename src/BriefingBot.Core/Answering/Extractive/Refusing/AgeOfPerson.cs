using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// "How old is Ana Ruiz?" is answered by an age that is hers ("the 62-year-old Ruiz", "Ruiz, 62,", "Ruiz turned 62"), not by one that
/// stands somewhere in a sentence with her name. Stateless.
/// </summary>
internal static class AgeOfPerson
{
    private static readonly Regex Asking = LanguageData.Pattern("ages/asked");
    private static readonly Regex Related = LanguageData.Pattern("ages/related");
    private static readonly Regex BehindName = LanguageData.Pattern("ages/behind-name", RegexOptions.CultureInvariant);
    private static readonly Regex BeforeName = LanguageData.Pattern("ages/before-name", RegexOptions.CultureInvariant);

    /// <summary>Takes away the sentences that give no age of whoever is asked about; none where nobody is asked about by name.</summary>
    public static void Limit(Question question, List<ScoredSentence> scored)
    {
        if (Asking.Match(question.Standalone) is { Success: true } match && NameIn(question, match.Groups["who"]) is { } name)
        {
            scored.RemoveAll(sentence => !GivesAge(sentence.Sentence, name));
        }
    }

    /// <summary>The stem of the name's last word, which reports repeat. Null for "the wife of ...": the age is not theirs.</summary>
    private static string? NameIn(Question question, Group who) =>
        Related.IsMatch(who.Value)
            ? null
            : WordTokenizer
                .Tokenize(who.Value)
                .Select(token => question.Terms.FirstOrDefault(term => term.IsName && !term.IsNumber && term.Stem == token.Stem))
                .LastOrDefault(static term => term is not null)
                ?.Stem;

    private static bool GivesAge(PassageSentence sentence, string name) =>
        sentence.Words.Any(word =>
            word.Stem == name && (BehindName.IsMatch(sentence.Text[word.End..]) || BeforeName.IsMatch(sentence.Text[..word.Start]))
        );
}
