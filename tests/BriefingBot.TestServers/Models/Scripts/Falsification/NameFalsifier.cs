using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Other names: invented ones, or those of another passage.</summary>
internal static partial class NameFalsifier
{
    private static readonly string[] Invented =
    [
        "Ilse Marrowby",
        "Tobin Akerfeld",
        "Rosalind Quaye",
        "Viktor Lanzmann",
        "Odalys Brennick",
        "Hamish Dureau",
        "Perrin Oakhollow",
        "Zelda Hartvig",
        "Wendover",
        "Castelmira",
        "Brackenfjord",
        "Norvale",
        "Estmoor",
        "the Halvorsen Institute",
        "the Tamsin Group",
        "the Orlov Foundation",
    ];

    private static readonly HashSet<string> NoNames = new(
        """
        The A An In On At It They He She This These That Those Both After Before But And As For From His Her Their Its If When While Since Under With Monday Tuesday Wednesday
        Thursday Friday Saturday Sunday January February March April May June July August September October November December President Prime Minister Foreign Secretary
        Mayor General Senior Chief Mr Mrs Ms Dr Earlier Later Also However Besides There We You What Who Where Officials Nobody Some Many Most More Other Another Two Three
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    public static string? Invent(string claim, ModelPrompt prompt, Random dice)
    {
        string[] free = [.. Invented.Where(name => prompt.Passages.All(passage => !passage.Text.Contains(name, StringComparison.Ordinal)))];
        return free.Length == 0 ? null : Replace(claim, _ => free[dice.Next(free.Length)]);
    }

    public static string? Swap(string claim, ModelPrompt prompt, CitedEvidence evidence, Random dice)
    {
        string[] others =
        [
            .. prompt
                .Passages.Except(evidence.Cited)
                .SelectMany(static passage => SentenceSplitter.Split(passage.Text).SelectMany(Of))
                .Select(static match => match.Value)
                .Distinct(StringComparer.Ordinal)
                .Where(name => name.Split(' ').All(word => !evidence.Has(word)) && !claim.Contains(name, StringComparison.Ordinal)),
        ];
        return others.Length == 0 ? null : Replace(claim, _ => others[dice.Next(others.Length)]);
    }

    private static string? Replace(string claim, Func<string, string> other) =>
        SpanReplacement.UnquotedFirst(claim, Of(claim)).FirstOrDefault() is { } match
            ? SpanReplacement.Replace(claim, match, other(match.Value))
            : null;

    // The first word of a sentence is a name only when more of the name follows.
    private static IEnumerable<Match> Of(string sentence) =>
        Names
            .Matches(sentence)
            .Where(match =>
                !NoNames.Contains(match.Value.Split(' ')[0]) && (match.Index > 0 || match.Value.Contains(' ', StringComparison.Ordinal))
            );

    [GeneratedRegex(@"(?<![\p{L}.'’-])\p{Lu}\p{Ll}[\p{L}'-]*(?: \p{Lu}\p{Ll}[\p{L}'-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }
}
