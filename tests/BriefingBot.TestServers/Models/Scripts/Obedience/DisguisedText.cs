using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>Writes a text in disguise.</summary>
internal static partial class DisguisedText
{
    public static string Write(string text, Disguise disguise) => disguise switch
    {
        Disguise.Numbers => Words.Replace(text, static word => string.Join('-', word.Value.ToLowerInvariant().Select(static letter => letter is >= 'a' and <= 'z' ? $"{letter - 'a' + 1}" : $"{letter}"))),
        Disguise.Symbols => text.Replace('a', '@').Replace('e', '#').Replace('i', '$').Replace('o', '%').Replace('u', '&'),
        Disguise.Scrambled => Words.Replace(text, static word => word.Length < 4 ? word.Value : word.Value[0] + new string([.. word.Value[1..^1].Reverse()]) + word.Value[^1]),
        Disguise.Joined => text.Replace(" ", "", StringComparison.Ordinal),
        _ => text,
    };

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }
}
