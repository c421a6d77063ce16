using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Inference.Providers;

/// <summary>Makes what a provider says fit for a log line: one line, short, without keys.</summary>
internal static partial class ProviderWords
{
    private const int MaxLength = 200;
    private const string Mask = "[key]";

    /// <summary>The text, or null when nothing is left of it.</summary>
    /// <param name="text">The provider's words.</param>
    /// <param name="key">The key that was sent; providers repeat it or parts of it.</param>
    public static string? Clean(string? text, string? key)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string safe = key is { Length: > 0 } ? text.Replace(key, Mask, StringComparison.Ordinal) : text;
        safe = KeyPattern().Replace(safe, Mask);
        StringBuilder line = new(MaxLength);
        foreach (var rune in safe.EnumerateRunes())
        {
            if (line.Length >= MaxLength)
            {
                line.Append('…');
                break;
            }

            bool isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (!isBlank)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim() is { Length: > 0 } cleaned ? cleaned.TrimEnd('.') : null;
    }

    [GeneratedRegex(
        @"\b(?:sk|pk|gsk|xai)[-_][\w*.-]{4,}|\bBearer\s+\S+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex KeyPattern();
}
