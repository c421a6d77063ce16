using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>
/// Splits text into words as the word index does: runs of letters and digits, lower case, without diacritics, Porter-stemmed. Stateless.
/// </summary>
public static class WordTokenizer
{
    private const int MaxWordLength = 64;

    /// <summary>What "won't" begins with, in place of a word of its own.</summary>
    private static readonly StemmedWord Will = new("wo");

    private static readonly bool[] AsciiWordUnits = [.. Enumerable.Range(0, 128).Select(unit => char.IsAsciiLetterOrDigit((char)unit))];

    /// <summary>With what parts it from the next; few texts have shorter words, and so few lists grow.</summary>
    private const int CharactersOfWord = 5;

    /// <summary>The words in order. Runs of more than 64 letters (no words of a language) are skipped.</summary>
    public static IReadOnlyList<WordToken> Tokenize(string text) => Tokenize(text.AsSpan());

    /// <summary>The words in order, with offsets into <paramref name="text"/>.</summary>
    public static IReadOnlyList<WordToken> Tokenize(ReadOnlySpan<char> text)
    {
        List<WordToken> tokens = new((text.Length / CharactersOfWord) + 4);
        Span<char> buffer = stackalloc char[MaxWordLength];
        int i = 0;
        while (i < text.Length)
        {
            if (!IsWordUnit(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && IsWordUnit(text[i]))
            {
                i++;
            }

            if (IsWill(text, start, i))
            {
                tokens.Add(new WordToken(start, i - start, Will));
            }
            else if (i - start < MaxWordLength && Fold(text[start..i], buffer) is var length and > 0)
            {
                tokens.Add(new WordToken(start, i - start, StemPool.StemOf(buffer[..length])));
            }
        }

        return tokens;
    }

    /// <summary>The stem of one word; the word itself, folded, when it has no letters or digits.</summary>
    public static string Stem(string word) => Tokenize(word) is [var first, ..] ? first.Stem : word.ToLowerInvariant();

    /// <summary>"won't" has nothing to do with "won".</summary>
    private static bool IsWill(ReadOnlySpan<char> text, int start, int end) =>
        end - start == 3
        && end + 1 < text.Length
        && text[end] is '\'' or '’'
        && text[end + 1] is 't' or 'T'
        && (end + 2 == text.Length || !IsWordUnit(text[end + 2]))
        && text[start..end].Equals("won", StringComparison.OrdinalIgnoreCase);

    private static bool IsWordUnit(char unit) =>
        unit < AsciiWordUnits.Length
            ? AsciiWordUnits[unit]
            : char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark;

    private static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (Ascii.IsValid(word))
        {
            Ascii.ToLower(word, buffer, out int written);
            return written;
        }

        int length = 0;
        foreach (char unit in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && length < MaxWordLength)
            {
                buffer[length++] = char.ToLowerInvariant(unit);
            }
        }

        return length;
    }
}
