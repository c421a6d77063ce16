using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Decides how two lines of one sentence meet: with a blank ("separate / readout"), as one word ("Rus / sia's"), with or without the
/// hyphen. The only witness is the article itself: a broken word is one that stands whole elsewhere in it while its halves do not.
/// </summary>
internal sealed class WordBreaks
{
    private const int LongestEnding = 3;

    private static readonly FrozenSet<string> CompoundHeads = LanguageData.Set("word-breaks/heads-of-compounds");

    // Endings that are no words themselves.
    private static readonly FrozenSet<string> BareEndings = LanguageData.Set("word-breaks/bare-endings", StringComparer.Ordinal);

    private static readonly FrozenSet<string> Vowelless = LanguageData.Set("word-breaks/words-without-vowels", StringComparer.Ordinal);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyéèáíóúäöü");

    private static readonly string[] Inflections = ["s", "es", "d", "ed", "ing", "ly", "n"];

    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _compounds = new(StringComparer.OrdinalIgnoreCase);
    private string[]? _sorted;

    /// <summary>Learns the words of the article.</summary>
    public WordBreaks(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            Learn(line.Text);
        }
    }

    /// <summary>Appends a line to the one that <paramref name="text"/> ends in.</summary>
    /// <param name="text">The paragraph so far.</param>
    /// <param name="last">The line that it ends in.</param>
    /// <param name="next">The line that follows.</param>
    public void Append(StringBuilder text, string last, string next)
    {
        string head = LettersAtStart(next);
        if (last.Length > 2 && last[^1] is '-' or '\u2010' && char.IsLetterOrDigit(last[^2]) && head.Length > 0)
        {
            text.Length -= KeepsHyphen(LettersAtEnd(last, last.Length - 1), head) ? 0 : 1;
        }
        else if (
            LettersAtEnd(last, last.Length) is var tail
            && !(tail.Length > 0 && head.Length > 0 && char.IsLower(head[0]) && IsOneWord(tail, head))
        )
        {
            text.Append(' ');
        }

        text.Append(next);
    }

    private bool IsOneWord(string tail, string head)
    {
        // The halves themselves were learnt once from this very break.
        bool tailIsWord = Count(tail) > 1;
        bool headIsWord = Count(head) > 1;
        string whole = tail + head;
        if (tailIsWord && headIsWord)
        {
            return false;
        }

        return Count(whole) > 0
            || BareEndings.Contains(head)
            || HasNoVowel(tail)
            || HasNoVowel(head)
            || (
                !tailIsWord
                && !headIsWord
                && whole.Length >= 5
                && (
                    IsStem(whole)
                    || Inflections.Any(ending => whole.EndsWith(ending, StringComparison.Ordinal) && Count(whole[..^ending.Length]) > 0)
                )
            );
    }

    // "bl / ocked": no English word, but units and abbreviations look like that.
    private static bool HasNoVowel(string half) =>
        half.Length is >= 2 and <= 4 && char.IsLower(half[0]) && !half.AsSpan().ContainsAny(Vowels) && !Vowelless.Contains(half);

    // "Russia" is seen in "Russian".
    private bool IsStem(string whole)
    {
        _sorted ??= [.. _words.Keys.Order(StringComparer.OrdinalIgnoreCase)];
        int at = Array.BinarySearch(_sorted, whole, StringComparer.OrdinalIgnoreCase);
        at = at < 0 ? ~at : at + 1;
        return at < _sorted.Length
            && _sorted[at].Length <= whole.Length + LongestEnding
            && _sorted[at].StartsWith(whole, StringComparison.OrdinalIgnoreCase);
    }

    private bool KeepsHyphen(string left, string head)
    {
        if (left.Length == 0 || !char.IsLower(head[0]) || _compounds.Contains(left + "-" + head))
        {
            return true;
        }

        if (Count(left + head) > 0)
        {
            return false;
        }

        return CompoundHeads.Contains(left) || (Count(left) > 1 && Count(head) > 1);
    }

    private int Count(string word) => _words.GetValueOrDefault(word);

    private void Learn(string line)
    {
        int start = 0;
        int compound = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && char.IsLetter(line[i]))
            {
                continue;
            }

            if (i > start)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_words, line[start..i], out _)++;
            }

            if (i == line.Length || line[i] != '-')
            {
                if (line.AsSpan(compound, i - compound).Contains('-'))
                {
                    _compounds.Add(line[compound..i]);
                }

                compound = i + 1;
            }

            start = i + 1;
        }
    }

    private static string LettersAtEnd(string text, int end)
    {
        int start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string LettersAtStart(string text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }
}
