using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Turns the bytes of a file into text, or says why it is none.</summary>
internal static class SourceText
{
    /// <summary>The largest text file, and the longest line of a JSONL file, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Decodes UTF-8 (a byte order mark is dropped) and UTF-16 with a byte order mark.</summary>
    /// <exception cref="SourceException">Empty, binary, or not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return NotEmpty(Encoding.Unicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return NotEmpty(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        ThrowIfBinary(bytes);
        return NotEmpty(DecodeUtf8(bytes));
    }

    /// <summary>Decodes UTF-8 strictly.</summary>
    /// <exception cref="SourceException">Not UTF-8; the message names the offset of the first wrong byte.</exception>
    public static string DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            char[] scratch = ArrayPool<char>.Shared.Rent(bytes.Length);
            Utf8.ToUtf16(bytes, scratch, out int offset, out _, replaceInvalidSequences: false);
            ArrayPool<char>.Shared.Return(scratch);
            throw new SourceException($"not UTF-8: byte 0x{bytes[offset]:X2} at offset {offset}. Save the file as UTF-8.");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static void ThrowIfBinary(ReadOnlySpan<byte> bytes)
    {
        int controls = 0;
        foreach (byte b in bytes)
        {
            if (b == 0)
            {
                throw new SourceException("binary: it holds NUL bytes. Only text can be read; remove it or convert it to text.");
            }

            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        if (controls > 8 && controls > bytes.Length / 100)
        {
            throw new SourceException($"binary: {controls} control characters. Only text can be read; remove it or convert it to text.");
        }
    }

    private static string NotEmpty(string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new SourceException("empty: there is no text in it.") : text;
}
