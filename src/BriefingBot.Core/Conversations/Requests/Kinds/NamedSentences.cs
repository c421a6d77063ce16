using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Finds the sentence that tells best what a name stands for. Stateless.</summary>
internal static class NamedSentences
{
    private const int MostWords = 5;
    private const double CaptionPenalty = 0.75;
    private const double OpenPenalty = 1;
    private const double FullName = 0.4;

    /// <summary>
    /// Can it be a name: a few words, not opened by a small word of English? Whether it is one, the coverage tells by its capitals.
    /// </summary>
    public static bool IsName(string words)
    {
        var tokens = WordTokenizer.Tokenize(words);
        return tokens.Count is > 0 and <= MostWords
            && !StopWords.Contains(tokens[0].Stem)
            && !words.Contains(',', StringComparison.Ordinal)
            && !words.Contains(" to ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The best sentence, word for word; null when no sentence tells.</summary>
    /// <param name="name">As it was typed, in any case.</param>
    /// <param name="retrieved">Where to look, best first.</param>
    /// <param name="score">How well a sentence tells it by what stands around the name: 0 not at all.</param>
    public static RequestAnswer? Answer(string name, RetrievedPassages retrieved, Func<string, Match, double> score)
    {
        retrieved = UnplantedSentences.Of(retrieved);
        Regex pattern = new(
            $@"\b{Regex.Escape(name).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        var best = retrieved
            .Passages.Where(found => found.Passage.Kind is PassageKind.Body or PassageKind.Caption)
            .SelectMany(found =>
                found.Sentences.Select(sentence =>
                    (found.Passage, Sentence: sentence.Text, Score: Best(sentence.Text, found.Passage, pattern, score))
                )
            )
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Passage.Article.Published)
            .ThenBy(candidate => candidate.Sentence.Length)
            .FirstOrDefault();
        if (best.Sentence is null)
        {
            return null;
        }

        RequestDraft draft = new();
        draft.Add(new StoryQuote(best.Passage, best.Sentence), null);
        return draft.ToAnswer(null);
    }

    private static double Best(string sentence, Retrieval.Store.StoredPassage passage, Regex name, Func<string, Match, double> score)
    {
        double best = 0;
        foreach (Match match in name.Matches(sentence))
        {
            double told = char.IsUpper(match.Value[0]) ? score(sentence, match) : 0;
            best = Math.Max(best, told);
        }

        return best == 0
            ? 0
            : best - (passage.Kind == PassageKind.Caption ? CaptionPenalty : 0) - (Anaphora.Opens(sentence) ? OpenPenalty : 0) + FullName;
    }
}
