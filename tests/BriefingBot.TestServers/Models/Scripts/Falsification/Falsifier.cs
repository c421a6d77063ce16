using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Makes a true cited sentence false in a given way.</summary>
public static class Falsifier
{
    /// <summary>Null when the sentence has nothing that could be falsified in this way. The same dice give the same.</summary>
    public static WrittenSentence? Apply(WrittenSentence sentence, Hallucination kind, ModelPrompt prompt, Random dice)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(dice);
        CitedEvidence evidence = new(prompt, sentence.Citations);
        string claim = sentence.Claim;
        IReadOnlyList<int> citations = sentence.Citations;
        string? falsified = kind switch
        {
            Hallucination.WrongNumber => NumberFalsifier.Apply(claim, evidence, dice),
            Hallucination.WrongDate => DateFalsifier.Apply(claim, evidence, dice),
            Hallucination.InventedName => NameFalsifier.Invent(claim, prompt, dice),
            Hallucination.SwappedName => NameFalsifier.Swap(claim, prompt, evidence, dice),
            Hallucination.AlteredQuote => QuoteFalsifier.Alter(claim, evidence, dice),
            Hallucination.InventedQuote => QuoteFalsifier.Invent(claim, dice),
            Hallucination.Negation => Negator.Apply(claim),
            Hallucination.InventedLink => $"{claim.TrimEnd('.')} (https://press-{dice.Next(100, 1000)}.example/report).",
            Hallucination.SwappedCitation => (citations = OtherPassage(sentence, prompt, dice)).Count > 0 ? claim : null,
            Hallucination.MissingPassage => (citations = [LastNumber(prompt) + 1 + dice.Next(5)]).Count > 0 ? claim : null,
            Hallucination.NoCitation => (citations = []).Count == 0 ? claim : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return falsified is null ? null : WrittenSentence.Marked(falsified, sentence.Source, citations) with { Falsified = kind };
    }

    private static int LastNumber(ModelPrompt prompt) => prompt.Passages.Select(static passage => passage.Number).DefaultIfEmpty(0).Max();

    // A passage that has less than half of the sentence's words cannot say what it says.
    private static IReadOnlyList<int> OtherPassage(WrittenSentence sentence, ModelPrompt prompt, Random dice)
    {
        HashSet<string> words = [.. PlainWords.Of(sentence.Claim)];
        int[] others =
        [
            .. prompt
                .Passages.Where(passage => !sentence.Citations.Contains(passage.Number))
                .Where(passage => PlainWords.Of(passage.Text).Distinct(StringComparer.Ordinal).Count(words.Contains) < words.Count / 2.0)
                .Select(static passage => passage.Number),
        ];
        return others.Length == 0 ? [] : [others[dice.Next(others.Length)]];
    }
}
