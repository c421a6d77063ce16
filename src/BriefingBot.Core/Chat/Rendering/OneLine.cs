namespace BriefingBot.Core.Chat.Rendering;

/// <summary>Makes titles, names and questions fit for a line of a message.</summary>
internal static class OneLine
{
    private const int DefaultLength = 200;

    /// <summary>Line breaks, control and direction-changing characters become blanks; what is longer ends in an ellipsis.</summary>
    /// <param name="text">What is shown.</param>
    /// <param name="most">So many UTF-16 units at most.</param>
    public static string Of(string text, int most = DefaultLength)
    {
        string blanked = string.Concat(text.EnumerateRunes().Select(rune => IsBlank(rune) ? " " : rune.ToString()));
        string line = string.Join(' ', blanked.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
        {
            return line;
        }

        int end = most - 1;
        end -= char.IsLowSurrogate(line[end]) ? 1 : 0;
        int word = line.LastIndexOf(' ', end);
        return line[..(word > most / 2 ? word : end)] + "…";
    }

    // Marks, embeddings, overrides and isolates of direction: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
    private static bool IsBlank(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune)
        || System.Text.Rune.IsWhiteSpace(rune)
        || rune.Value is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
