using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Words that nobody said, between quotation marks.</summary>
internal static partial class QuoteFalsifier
{
    private static readonly string[] Words =
    [
        "reluctantly",
        "forbidden",
        "splendid",
        "worthless",
        "forever",
        "secretly",
        "gigantic",
        "yesterday's",
        "imaginary",
        "purple",
    ];

    private static readonly string[] Sayings =
    [
        "we will never accept such terms",
        "this was long overdue and everybody knew it",
        "nothing of the kind has been decided",
        "the worst week of my career",
    ];

    /// <summary>Exchanges one word of a quotation; a sentence without one is put between quotation marks first.</summary>
    public static string? Alter(string claim, CitedEvidence evidence, Random dice)
    {
        Match quote = Quotes.Match(claim);
        if (!quote.Success)
        {
            string outlet = evidence.Cited is [{ Outlet: { Length: > 0 } name }, ..] ? name : "The report";
            string whole = $"{outlet} writes: \"{claim}\"";
            return QuotationMarks.Any(claim) ? null : Exchange(whole, outlet.Length + 10, whole.Length - 1, evidence, dice);
        }

        return Exchange(claim, quote.Index + 1, quote.Index + quote.Length - 1, evidence, dice);
    }

    public static string Invent(string claim, Random dice) =>
        $"{claim.TrimEnd('.', '!', '?')}, and a person close to the talks said \"{Sayings[dice.Next(Sayings.Length)]}.\"";

    private static string? Exchange(string text, int start, int end, CitedEvidence evidence, Random dice)
    {
        Match[] words = [.. LongWords.Matches(text).Where(match => match.Index >= start && match.Index + match.Length <= end)];
        string[] free = [.. Words.Where(word => !evidence.Has(word))];
        return words.Length == 0 || free.Length == 0
            ? null
            : SpanReplacement.Replace(text, words[dice.Next(words.Length)], free[dice.Next(free.Length)]);
    }

    [GeneratedRegex("\"[^\"]{8,}\"|“[^“”]{8,}”", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes { get; }

    [GeneratedRegex(@"\b\p{Ll}{4,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex LongWords { get; }
}
