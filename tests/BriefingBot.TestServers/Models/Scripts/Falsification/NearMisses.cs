using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Makes a true cited sentence false by a small step.</summary>
public static class NearMisses
{
    /// <summary>
    /// Null when the sentence has nothing that could be falsified in this way, or nothing that is surely false then. The same dice give the
    /// same.
    /// </summary>
    public static WrittenSentence? Apply(WrittenSentence sentence, NearMiss kind, ModelPrompt prompt, Random dice)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(dice);
        CitedEvidence evidence = new(prompt, sentence.Citations);
        if (kind is NearMiss.PassageOfArticle or NearMiss.OtherPassage)
        {
            return OtherPassage(sentence, prompt, kind == NearMiss.PassageOfArticle, dice) is { } other
                ? WrittenSentence.Marked(sentence.Claim, sentence.Source, other)
                : null;
        }

        string? falsified = kind switch
        {
            <= NearMiss.NumberOfPassage => NearNumbers.Apply(sentence.Claim, kind, evidence, dice),
            <= NearMiss.WeekdayOff => NearDates.Apply(sentence.Claim, kind, evidence, dice),
            <= NearMiss.NamesExchanged => NearNames.Apply(sentence.Claim, kind, evidence, dice),
            NearMiss.NegationDropped => NearNegations.Drop(sentence.Claim),
            NearMiss.NeverAdded => NearNegations.AddNever(sentence.Claim),
            _ => NearQuotes.Apply(sentence.Claim, kind, evidence, dice),
        };
        return falsified is null || falsified == sentence.Claim
            ? null
            : WrittenSentence.Marked(falsified, sentence.Source, sentence.Citations);
    }

    private static int? OtherPassage(WrittenSentence sentence, ModelPrompt prompt, bool ofArticle, Random dice)
    {
        HashSet<string> words = [.. PlainWords.Of(sentence.Claim)];
        HashSet<string> articles =
        [
            .. prompt.Passages.Where(passage => sentence.Citations.Contains(passage.Number)).Select(static passage => passage.Article),
        ];
        int[] others =
        [
            .. prompt
                .Passages.Where(passage =>
                    !sentence.Citations.Contains(passage.Number) && (!ofArticle || articles.Contains(passage.Article))
                )
                .Where(passage => PlainWords.Of(passage.Text).Distinct(StringComparer.Ordinal).Count(words.Contains) < words.Count / 2.0)
                .Select(static passage => passage.Number),
        ];
        return others.Length == 0 ? null : others[dice.Next(others.Length)];
    }
}
