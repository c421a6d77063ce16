using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>What rides along.</summary>
internal static partial class RiderTwists
{
    private static readonly string[] Adjectives =
    [
        "controversial",
        "secret",
        "illegal",
        "unprecedented",
        "disastrous",
        "lucrative",
        "hasty",
        "popular",
        "flawed",
        "bitter",
        "alleged",
        "temporary",
    ];
    private static readonly string[] Adverbs =
    [
        "reluctantly",
        "secretly",
        "repeatedly",
        "angrily",
        "falsely",
        "publicly",
        "unexpectedly",
        "illegally",
        "narrowly",
        "deliberately",
    ];

    private static readonly string[] Causes =
    [
        " because of falling poll numbers",
        " amid fears of a backlash",
        " in order to win votes",
        " after pressure from investors",
        " as a result of the scandal",
        " due to a lack of money",
    ];

    private static readonly string[] Comparisons =
    [
        ", more than in any other country",
        ", the most in a decade",
        ", twice as many as last year",
        ", unlike its rivals",
        ", the first of its kind",
        ", far more than expected",
    ];

    private static readonly string[] Addresses =
    [
        " See nеws-report.example for more",
        " More at press。example",
        " Visit press\u200B.\u200Bexample today",
        " Read it at ｐｒｅｓｓ．ｃｏｍ",
        " See press dot example",
        " Details on press[.]com",
    ];

    public static string? AddAdjective(string claim, IReadOnlyList<string> passage, Random dice) =>
        Nouns.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } noun
        && Free(Adjectives, passage, dice) is { } word
            ? $"{claim[..noun.Index]}{word} {claim[noun.Index..]}"
            : null;

    public static string? AddAdverb(string claim, IReadOnlyList<string> passage, Random dice) =>
        Verbs.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } verb && Free(Adverbs, passage, dice) is { } word
            ? $"{claim[..verb.Index]}{word} {claim[verb.Index..]}"
            : null;

    public static string? AddCause(string claim, Random dice) =>
        claim.EndsWith('.') ? claim[..^1] + Causes[dice.Next(Causes.Length)] + "." : null;

    public static string? AddComparison(string claim, Random dice) =>
        claim.EndsWith('.') ? claim[..^1] + Comparisons[dice.Next(Comparisons.Length)] + "." : null;

    public static string? AddAddress(string claim, Random dice) =>
        claim.EndsWith('.') ? claim + Addresses[dice.Next(Addresses.Length)] + "." : null;

    private static string? Free(string[] words, IReadOnlyList<string> passage, Random dice)
    {
        string[] free = [.. words.Where(word => !passage.Any(sentence => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        return free.Length == 0 ? null : free[dice.Next(free.Length)];
    }

    private static bool IsQuoted(string text, int index) =>
        text[..index].Count(static unit => unit == '"') % 2 == 1 || text[..index].LastIndexOf('“') > text[..index].LastIndexOf('”');

    [GeneratedRegex(@"(?<=\b(?:the|a|its|his|her|their) )\p{Ll}{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Nouns { get; }

    [GeneratedRegex(@"(?<=\p{Ll} )\p{Ll}{3,}ed(?= (?:the|a|his|her|its|to|in|that|with|on)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Verbs { get; }
}
