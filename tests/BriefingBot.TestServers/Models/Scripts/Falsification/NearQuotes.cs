using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Quotations with one word wrong, missing or in the wrong place.</summary>
internal static partial class NearQuotes
{
    private static readonly string[] Common =
    [
        "people",
        "never",
        "today",
        "again",
        "much",
        "together",
        "really",
        "important",
        "before",
        "under",
        "great",
        "small",
    ];

    public static string? Apply(string claim, NearMiss kind, CitedEvidence evidence, Random dice)
    {
        Match quote = Quotes.Match(claim);
        if (!quote.Success)
        {
            return null;
        }

        string[] words = quote.Groups["q"].Value.Split(' ');
        if (words.Length < 4)
        {
            return null;
        }

        int at = 1 + dice.Next(words.Length - 2);
        switch (kind)
        {
            case NearMiss.QuoteWordChanged:
                string other = Common[dice.Next(Common.Length)];
                words[at] = other;
                break;
            case NearMiss.QuoteWordDropped:
                words = [.. words[..at], .. words[(at + 1)..]];
                break;
            default:
                (words[at - 1], words[at]) = (words[at], words[at - 1]);
                break;
        }

        string changed = string.Join(' ', words);
        return Plain(evidence.Text).Contains(Plain(changed), StringComparison.Ordinal)
            ? null
            : claim[..quote.Groups["q"].Index] + changed + claim[(quote.Groups["q"].Index + quote.Groups["q"].Length)..];
    }

    private static string Plain(string text) => Blanks.Replace(text.Replace('“', '"').Replace('”', '"').Replace('’', '\''), " ");

    [GeneratedRegex("[\"“](?<q>[^\"“”]{8,})[\"”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks { get; }
}
