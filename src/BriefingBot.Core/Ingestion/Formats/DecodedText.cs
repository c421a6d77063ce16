using System.Buffers;
using System.Text;
using System.Text.Unicode;
using BriefingBot.Core.Ingestion.Sources;
using UtfUnknown;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Turns the bytes of a file into text, or says why it is none.</summary>
internal static class DecodedText
{
    /// <summary>The largest text file, and the longest line of a JSONL file, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The largest JSON file of many articles, in bytes: it is read as a whole.</summary>
    public const int MaxJsonBytes = 128 * 1024 * 1024;

    // Below this the detector guesses.
    private const float Sure = 0.9f;
    private const int FewestForeign = 8;
    private const int DetectedBytes = 256 * 1024;

    /// <summary>Decodes UTF-8 (a byte order mark is dropped), UTF-16, and older encodings when it is certain which.</summary>
    /// <returns>The text, and the encoding's name when it was neither UTF-8 nor marked.</returns>
    /// <exception cref="SourceException">Empty, binary, or in an encoding that cannot be told.</exception>
    public static (string Text, string? Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (NotEmpty(Encoding.Unicode.GetString(bytes[2..])), null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (NotEmpty(Encoding.BigEndianUnicode.GetString(bytes[2..])), null);
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        if (UnmarkedUtf16(bytes) is { } wide)
        {
            return (NotEmpty(wide.GetString(bytes)), wide.WebName.ToUpperInvariant());
        }

        ThrowIfBinary(bytes);
        if (!Utf8.IsValid(bytes) && Detect(bytes) is { } legacy)
        {
            return (NotEmpty(legacy.GetString(bytes)), legacy.WebName);
        }

        return (NotEmpty(DecodeUtf8(bytes)), null);
    }

    // Text of Western letters: every other byte is NUL.
    private static UnicodeEncoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        int half = bytes.Length / 2;
        return even == 0 && odd > half * 9 / 10 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : odd == 0 && even > half * 9 / 10 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        if (IsWindows1252(bytes))
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252);
        }

        int foreign = 0;
        foreach (byte b in bytes)
        {
            foreign += b >= 0x80 ? 1 : 0;
        }

        if (foreign < FewestForeign)
        {
            return null;
        }

        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectedBytes)].ToArray()).Detected;
        return detected is { Encoding: { } encoding, Confidence: >= Sure }
            ? CodePagesEncodingProvider.Instance.GetEncoding(encoding.CodePage) ?? encoding
            : null;
    }

    // Typographic quotes and dashes of Windows stand where quotes and dashes do, and nothing but accented Latin letters beside them: no
    // other encoding reads so.
    private static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        int marks = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b < 0x80)
            {
                continue;
            }

            bool letterBefore = i > 0 && char.IsAsciiLetter((char)bytes[i - 1]);
            bool letterAfter = i + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[i + 1]);
            switch (b)
            {
                case 0x91 or 0x92 or 0x93 or 0x94 or 0x95 or 0x96 or 0x97 or 0x85:
                    marks++;
                    break;
                case 0xA3 or 0xA9 or 0xAE or 0xB0 or 0xB7 or 0xBD or 0xA0 or 0x80 or 0x99:
                    break;
                case >= 0xC0 when letterBefore || letterAfter:
                    break;
                default:
                    return false;
            }
        }

        return marks > 0;
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
