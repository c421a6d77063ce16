using System.Buffers;
using System.Collections.Frozen;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// The places of a sentence where an order can begin: its head, behind a stop, colon, bracket or opening quote, behind a word that urges.
/// Stateless.
/// </summary>
internal static class OrderPlaces
{
    private const int LongestLead = 4;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:;>*#([}\"“‘'«");

    private static readonly FrozenSet<string> Urging = FrozenSet.ToFrozenSet(
        ["please", "must", "now", "always", "kindly", "instead"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UrgingBySpan = Urging.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The offsets of the words that could be an order's verb, in order.</summary>
    public static IEnumerable<int> Of(string sentence)
    {
        int at = NextWord(sentence, 0, sentence.Length);
        while (at >= 0 && at < sentence.Length)
        {
            yield return at;
            int word = EndOfWord(sentence, at);
            if (UrgingBySpan.Contains(sentence.AsSpan(at, word - at)) && NextWord(sentence, word, LongestLead) is >= 0 and var next)
            {
                at = next;
                continue;
            }

            at = NextHead(sentence, word);
        }
    }

    /// <summary>The end of the run of letters at an offset.</summary>
    public static int EndOfWord(string sentence, int at)
    {
        while (
            at < sentence.Length
            && (char.IsLetter(sentence[at]) || (sentence[at] is '\'' or '’' && at + 1 < sentence.Length && char.IsLetter(sentence[at + 1])))
        )
        {
            at++;
        }

        return at;
    }

    private static int NextHead(string sentence, int from)
    {
        for (int at = from; at < sentence.Length; at++)
        {
            if (Stops.Contains(sentence[at]))
            {
                // A quote opens where a letter follows it, and closes elsewhere.
                bool isQuote = sentence[at] is '"' or '“' or '‘' or '\'' or '«';
                bool opens =
                    !isQuote
                    || (at + 1 < sentence.Length && char.IsLetter(sentence[at + 1]) && (at == 0 || !char.IsLetter(sentence[at - 1])));
                if (opens && NextWord(sentence, at + 1, LongestLead) is >= 0 and var next)
                {
                    return next;
                }
            }
            else if (char.IsWhiteSpace(sentence[at]))
            {
                int word = at + 1;
                int end = EndOfWord(sentence, word);
                if (
                    end > word
                    && UrgingBySpan.Contains(sentence.AsSpan(word, end - word))
                    && NextWord(sentence, end, 3) is >= 0 and var next
                )
                {
                    return next;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// The next letter at one of the given number of places, or -1: never further, so that a text of brackets costs no more than any other.
    /// </summary>
    private static int NextWord(string sentence, int from, int places)
    {
        int end = Math.Min(sentence.Length, from + places);
        while (from < end && !char.IsLetter(sentence[from]))
        {
            from++;
        }

        return from < end ? from : -1;
    }
}
