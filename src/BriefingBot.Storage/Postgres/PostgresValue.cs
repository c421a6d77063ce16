using System.Text;

namespace BriefingBot.Storage.Postgres;

/// <summary>
/// Values as the tables have them: flags as 0 and 1, and texts without what PostgreSQL cannot keep. A NUL is written as <see
/// cref="Escape"/> and '0', that character itself twice; halves of surrogate pairs, which are no text, become U+FFFD.
/// </summary>
internal static class PostgresValue
{
    /// <summary>A noncharacter: Unicode keeps it for inner use like this.</summary>
    private const char Escape = '\uFDD0';

    /// <summary>What a parameter is set to.</summary>
    public static object Of(object? value) =>
        value switch
        {
            null => DBNull.Value,
            bool flag => flag ? 1 : 0,
            string text => Write(text),
            _ => value,
        };

    /// <summary>The text that a column holds.</summary>
    public static string Read(string stored) =>
        stored.Contains(Escape, StringComparison.Ordinal)
            ? stored
                .Replace($"{Escape}{Escape}", $"{Escape}1", StringComparison.Ordinal)
                .Replace($"{Escape}0", "\0", StringComparison.Ordinal)
                .Replace($"{Escape}1", $"{Escape}", StringComparison.Ordinal)
            : stored;

    private static string Write(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', Escape) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        StringBuilder written = new(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                0 => written.Append(Escape).Append('0'),
                Escape => written.Append(Escape).Append(Escape),
                _ => written.Append(rune.ToString()),
            };
        }

        return written.ToString();
    }
}
