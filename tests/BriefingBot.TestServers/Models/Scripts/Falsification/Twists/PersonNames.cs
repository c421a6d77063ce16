using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Names of people, as far as their form tells.</summary>
internal static partial class PersonNames
{
    private static readonly HashSet<string> NoNames = new(
        """
        The A An In On At It They He She This That But And As For From His Her Their If When While Since Under With Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        January February March April May June July August September October November December President Prime Minister Foreign Secretary Mayor General Senior Chief Mr Mrs Ms Dr
        State Department House Senate White Sen Rep Gov Justice Judge Attorney Vice Republican Democrat Democratic New United North South East West National Supreme Court
        Associated Press Republicans Democrats American Americans University City County Street Los San Air Force World Health Organization Union Bank Inc Group Party
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    /// <summary>First and last names that stand in a text, in order.</summary>
    public static IReadOnlyList<Match> Of(string text) =>
        [
            .. Pattern
                .Matches(text)
                .Where(match => !NoNames.Contains(match.Groups["first"].Value) && !NoNames.Contains(match.Groups["last"].Value)),
        ];

    [GeneratedRegex(
        @"(?<![\p{L}.'’-])(?<first>\p{Lu}\p{Ll}{2,}) (?<last>\p{Lu}\p{Ll}{2,})(?![\p{L}-]| \p{Lu})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern { get; }
}
