using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Decides how two lines of one sentence meet: with a blank ("separate / readout"), as one word ("Rus / sia's"), with or without the hyphen. The only
/// witness is the article itself: a broken word is one that stands whole elsewhere in it while its halves do not.
/// </summary>
internal sealed class WordBreaks
{
    private const int LongestEnding = 3;

    private static readonly FrozenSet<string> CompoundHeads = FrozenSet.ToFrozenSet(
        [
            "well", "self", "anti", "ex", "co", "non", "pro", "long", "high", "low", "mid", "then", "so", "short", "full", "half", "part", "all", "cross", "front", "far",
            "hard", "left", "right", "middle", "old", "post", "pre", "quasi", "semi", "would", "year", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ],
        StringComparer.OrdinalIgnoreCase);

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

    /// <summary>The two lines as one.</summary>
    public string Join(string first, string second)
    {
        string tail = LettersAtEnd(first, first.Length);
        string head = LettersAtStart(second);
        if (first.Length > 2 && first[^1] is '-' or '\u2010' && char.IsLetterOrDigit(first[^2]) && head.Length > 0)
        {
            string left = LettersAtEnd(first, first.Length - 1);
            return KeepsHyphen(left, head) ? first + second : first[..^1] + second;
        }

        return tail.Length > 0 && head.Length > 0 && char.IsLower(head[0]) && IsOneWord(tail, head) ? first + second : first + " " + second;
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

        return Count(whole) > 0 || (!tailIsWord && !headIsWord && whole.Length >= 5
            && IsStem(whole));
    }

    // "Russia" is seen in "Russian".
    private bool IsStem(string whole)
    {
        _sorted ??= [.. _words.Keys.Order(StringComparer.OrdinalIgnoreCase)];
        int at = Array.BinarySearch(_sorted, whole, StringComparer.OrdinalIgnoreCase);
        at = at < 0 ? ~at : at + 1;
        return at < _sorted.Length && _sorted[at].Length <= whole.Length + LongestEnding && _sorted[at].StartsWith(whole, StringComparison.OrdinalIgnoreCase);
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
