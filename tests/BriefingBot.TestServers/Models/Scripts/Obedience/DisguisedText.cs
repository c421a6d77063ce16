using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>Writes a text in disguise.</summary>
internal static partial class DisguisedText
{
    public static string Write(string text, Disguise disguise) =>
        disguise switch
        {
            Disguise.Numbers => Words.Replace(text, static word => string.Join('-', word.Value.ToLowerInvariant().Select(Number))),
            Disguise.Symbols => text.Replace('a', '@').Replace('e', '#').Replace('i', '$').Replace('o', '%').Replace('u', '&'),
            Disguise.Scrambled => Words.Replace(text, static word => Scramble(word.Value)),
            Disguise.Joined => text.Replace(" ", "", StringComparison.Ordinal),
            _ => text,
        };

    private static string Number(char letter) => letter is >= 'a' and <= 'z' ? $"{letter - 'a' + 1}" : $"{letter}";

    private static string Scramble(string word) => word.Length < 4 ? word : word[0] + new string([.. word[1..^1].Reverse()]) + word[^1];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }
}
