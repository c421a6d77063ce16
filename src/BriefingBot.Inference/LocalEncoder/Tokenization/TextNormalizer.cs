using System.Buffers;
using System.Text;

namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>Brings text into the form that the vocabulary was made for: NFKC, U+2581 in front and for every blank; nothing else changes.</summary>
internal static class TextNormalizer
{
    /// <summary>LOWER ONE EIGHTH BLOCK, which stands for a blank and for the beginning of the text.</summary>
    public const char WordMark = '\u2581';

    private const char Replacement = '\uFFFD';

    // What .NET refuses to normalize: halves of surrogate pairs, and one noncharacter.
    private static readonly SearchValues<char> _suspects = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(static c => (char)c), '\uFFFE']);

    /// <summary>
    /// Makes sure that the runtime can normalize at all: without ICU it silently leaves everything as it is, and the vectors would be wrong.
    /// </summary>
    /// <exception cref="LocalEncoderException">It cannot.</exception>
    public static void RequireUnicodeNormalization()
    {
        if (!IsWorking())
        {
            throw new LocalEncoderException(
                "Unicode normalization does not work, so the local encoder would give wrong vectors: install ICU (libicu) "
                + "and leave InvariantGlobalization and DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }
    }

    /// <summary>Writes the normalized text to <paramref name="scratch"/>; empty text stays empty.</summary>
    /// <returns>How many UTF-16 units it has.</returns>
    public static int Normalize(ReadOnlySpan<char> text, TokenizerScratch scratch)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        int length;
        if (Ascii.IsValid(text))
        {
            text.CopyTo(scratch.ReserveText(text.Length + 1).AsSpan(1));
            length = text.Length;
        }
        else
        {
            length = Compose(text, scratch);
        }

        Span<char> normalized = scratch.Text.AsSpan(0, length + 1);
        normalized[0] = WordMark;
        normalized[1..].Replace(' ', WordMark);
        return normalized.Length;
    }

    private static bool IsWorking()
    {
        try
        {
            return string.Equals("\uFB01\u00A0".Normalize(NormalizationForm.FormKC), "fi ", StringComparison.Ordinal);
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static int Compose(ReadOnlySpan<char> text, TokenizerScratch scratch)
    {
        char[] source = scratch.ReserveSource(text.Length);
        text.CopyTo(source);
        Span<char> repaired = source.AsSpan(0, text.Length);
        ReplaceUnpaired(repaired);
        int length;
        int room = Math.Max(text.Length * 2, 256);
        while (!((ReadOnlySpan<char>)repaired).TryNormalize(scratch.ReserveText(room + 1).AsSpan(1), out length, NormalizationForm.FormKC))
        {
            room *= 2;
        }

        return length;
    }

    private static void ReplaceUnpaired(Span<char> text)
    {
        for (int i = text.IndexOfAny(_suspects); i >= 0 && i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(unit) || unit == '\uFFFE')
            {
                text[i] = Replacement;
            }
        }
    }
}
