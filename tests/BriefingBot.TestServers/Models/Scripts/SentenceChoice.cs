using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Chooses the sentences of passages that an answer or a summary is made of.</summary>
internal static class SentenceChoice
{
    private const int MinWords = 4;
    private const double SameSentence = 0.85;

    /// <summary>The best sentences for the question; none when the best passage has less than a share of the question.</summary>
    public static IReadOnlyList<PassageSentence> ForQuestion(ModelPrompt prompt, int count, double minShare)
    {
        Dictionary<string, double> weights = Weights(prompt);
        double total = weights.Values.Sum();
        if (
            total <= 0
            || prompt.Passages.Count == 0
            || prompt.Passages.Max(passage => Covered(weights, $"{passage.Title}\n{passage.Text}") / total) < minShare
        )
        {
            return [];
        }

        List<Candidate> candidates =
        [
            .. prompt
                .Passages.SelectMany(passage =>
                    Sentences(passage)
                        .Select(text => new Candidate(
                            passage,
                            text,
                            (Covered(weights, text) + (0.3 * Covered(weights, passage.Title))) / total,
                            [.. PlainWords.Of(text).Where(weights.ContainsKey)]
                        ))
                )
                .Where(static candidate => candidate.Words.Count > 0)
                .OrderByDescending(static candidate => candidate.Score)
                .ThenBy(static candidate => candidate.Passage.Number),
        ];
        return Take(candidates, weights, prompt, count);
    }

    /// <summary>The first sentence of each article, or the first two of one.</summary>
    public static IReadOnlyList<PassageSentence> Leads(ModelPrompt prompt, int count)
    {
        bool isOneArticle = prompt.Passages.DistinctBy(static passage => passage.Article).Count() == 1;
        return
        [
            .. prompt
                .Passages.GroupBy(static passage => passage.Article, StringComparer.Ordinal)
                .SelectMany(article =>
                    article
                        .SelectMany(static passage =>
                            Sentences(passage).Select(text => new PassageSentence(text, [passage.Number], passage.Outlet))
                        )
                        .Take(isOneArticle ? 2 : 1)
                )
                .Take(count),
        ];
    }

    // The first is the best; then what has words of the question that nothing has yet; then each article once, if what it says is not much
    // worse.
    private static List<PassageSentence> Take(List<Candidate> candidates, Dictionary<string, double> weights, ModelPrompt prompt, int count)
    {
        List<Candidate> taken = [];
        HashSet<string> said = new(StringComparer.Ordinal);
        double Gain(Candidate candidate) => candidate.Words.Where(word => !said.Contains(word)).Sum(word => weights[word]);
        bool IsNew(Candidate candidate) => taken.TrueForAll(other => Likeness(other.Text, candidate.Text) < 0.6);
        while (
            taken.Count < count
            && candidates.Where(IsNew).MaxBy(candidate => taken.Count == 0 ? candidate.Score : Gain(candidate)) is { } best
            && Gain(best) >= 0.08 * weights.Values.Sum()
        )
        {
            taken.Add(best);
            said.UnionWith(best.Words);
        }

        foreach (Candidate candidate in candidates.Where(candidate => candidate.Score >= 0.6 * candidates[0].Score))
        {
            if (taken.Count < count && IsNew(candidate) && !taken.Exists(other => other.Passage.Article == candidate.Passage.Article))
            {
                taken.Add(candidate);
            }
        }

        return
        [
            .. taken.Select(candidate => new PassageSentence(
                candidate.Text,
                [
                    candidate.Passage.Number,
                    .. prompt
                        .Passages.Where(passage => passage != candidate.Passage && Has(passage, candidate.Text))
                        .Select(static passage => passage.Number),
                ],
                candidate.Passage.Outlet
            )),
        ];
    }

    private static IEnumerable<string> Sentences(PromptPassage passage) =>
        SentenceSplitter
            .Split(passage.Text)
            .Where(static text =>
                text[^1] is '.' or '!' or '?' or '"' or '”' && QuotationMarks.ArePaired(text) && PlainWords.Of(text).Count >= MinWords
            );

    private static bool Has(PromptPassage passage, string sentence) =>
        Sentences(passage).Any(other => Likeness(other, sentence) >= SameSentence && Digits(other) == Digits(sentence));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static double Likeness(string one, string other)
    {
        HashSet<string> first = [.. PlainWords.Of(one)];
        HashSet<string> second = [.. PlainWords.Of(other)];
        int shared = first.Count(second.Contains);
        return shared == 0 ? 0 : (double)shared / (first.Count + second.Count - shared);
    }

    private static double Covered(Dictionary<string, double> weights, string text)
    {
        HashSet<string> words = [.. PlainWords.Of(text)];
        return weights.Where(weight => words.Contains(weight.Key)).Sum(static weight => weight.Value);
    }

    private static Dictionary<string, double> Weights(ModelPrompt prompt)
    {
        List<HashSet<string>> passages =
        [
            .. prompt.Passages.Select(static passage =>
                PlainWords.Of($"{passage.Title}\n{passage.Text}").ToHashSet(StringComparer.Ordinal)
            ),
        ];
        return PlainWords
            .Of(prompt.Question)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                static word => word,
                word => Math.Log(1.5 + ((double)passages.Count / (1 + passages.Count(passage => passage.Contains(word))))),
                StringComparer.Ordinal
            );
    }

    private sealed record Candidate(PromptPassage Passage, string Text, double Score, HashSet<string> Words);
}
