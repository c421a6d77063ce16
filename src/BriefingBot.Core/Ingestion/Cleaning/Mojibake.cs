using System.Text;
using System.Text.Unicode;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Repairs UTF-8 that was read as Windows-1252 ("â€™" for "’", "Ã©" for "é"). Only whole runs that are valid UTF-8 byte by byte are
/// touched: words of no language are.
/// </summary>
internal static class Mojibake
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        new EncoderReplacementFallback("\0"),
        DecoderFallback.ReplacementFallback
    )!;

    /// <summary>The text, repaired.</summary>
    public static string Repair(string text)
    {
        if (!MayHold(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && text[end] >= 0x80)
            {
                end++;
            }

            if (end - at >= 2 && Decode(text.AsSpan(at, end - at)) is { } whole)
            {
                repaired.Append(whole);
            }
            else
            {
                repaired.Append(text.AsSpan(at, end - at));
            }

            at = end;
            while (at < text.Length && text[at] < 0x80)
            {
                repaired.Append(text[at++]);
            }
        }

        return repaired.ToString();
    }

    // What the first byte of two or three looks like.
    private static bool MayHold(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') >= 0 && text.AsSpan().IndexOfAny("ÂÃâÅÄ") >= 0;

    private static string? Decode(ReadOnlySpan<char> run)
    {
        byte[] bytes = new byte[run.Length];
        Span<byte> one = stackalloc byte[4];
        for (int i = 0; i < run.Length; i++)
        {
            char c = run[i];
            if (c <= 0xFF)
            {
                // Also the five places that Windows-1252 leaves empty.
                bytes[i] = (byte)c;
            }
            else if (Windows1252.GetBytes(run.Slice(i, 1), one) == 1 && one[0] >= 0x80)
            {
                bytes[i] = one[0];
            }
            else
            {
                return null;
            }
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }
}
