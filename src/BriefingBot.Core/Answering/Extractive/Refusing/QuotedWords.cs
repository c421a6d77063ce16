using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// Words that somebody is asked to have said ("who called it 'a perfect example of ...'"): only what stands beside those very words
/// answers, and nothing does where the coverage has not got them. Stateless.
/// </summary>
internal static class QuotedWords
{
    private const int LeastWords = 2;
    private const int MostPhrases = 4;

    private static readonly TieredRegex Asking = LanguagePattern.Tiered(
        "quotes/asks-who-said",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex Quoted = LanguageData.Pattern("quotes/paired");

    /// <summary>Takes away the sentences that cannot answer.</summary>
    public static void Limit(Question question, List<ScoredSentence> scored)
    {
        if (!Asking.IsMatch(question.Text))
        {
            return;
        }

        foreach (string[] phrase in PhrasesOf(question.Text))
        {
            var holders = scored.Where(sentence => Holds(sentence.Sentence.Words, phrase)).ToArray();
            scored.RemoveAll(sentence => !holders.Any(holder => IsBeside(holder, sentence)));
        }
    }

    private static IEnumerable<string[]> PhrasesOf(string text) =>
        Quoted
            .Matches(text)
            .Take(MostPhrases)
            .Select(match => WordTokenizer.Tokenize(match.Value).Select(static word => word.Stem).ToArray())
            .Where(static stems => stems.Length >= LeastWords && !stems.All(StopWords.Contains));

    private static bool IsBeside(ScoredSentence holder, ScoredSentence other) =>
        holder.Passage.Passage.Id == other.Passage.Passage.Id && Math.Abs(holder.Index - other.Index) <= 1;

    private static bool Holds(IReadOnlyList<WordToken> words, string[] phrase)
    {
        for (int start = 0; start + phrase.Length <= words.Count; start++)
        {
            int same = 0;
            while (same < phrase.Length && words[start + same].Stem == phrase[same])
            {
                same++;
            }

            if (same == phrase.Length)
            {
                return true;
            }
        }

        return false;
    }
}
