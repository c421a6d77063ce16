using System.Globalization;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// The spellings that are one slip away from a word: a letter wrong, missing or too many, two exchanged. The first letter stays: people hit
/// it. Stateless.
/// </summary>
internal static class NearSpellings
{
    private const int Shortest = 5;
    private const int Longest = 20;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The spellings in small letters; none for a short word or one with digits.</summary>
    public static IEnumerable<string> Of(string word)
    {
        string small = word.ToLower(CultureInfo.InvariantCulture);
        return small.Length is < Shortest or > Longest || !small.All(char.IsAsciiLetterLower)
            ? []
            : Spell(small).Where(spelling => spelling != small).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Is one the other with a letter wrong, missing or too many, or two exchanged, the first letter the same?</summary>
    public static bool DiffersByOne(string one, string other)
    {
        if (one == other || Math.Abs(one.Length - other.Length) > 1 || one.Length == 0 || other.Length == 0 || one[0] != other[0])
        {
            return false;
        }

        int same = one.AsSpan().CommonPrefixLength(other);
        ReadOnlySpan<char> rest = one.AsSpan(same);
        ReadOnlySpan<char> otherRest = other.AsSpan(same);
        return rest.Length == otherRest.Length
                ? rest[1..].SequenceEqual(otherRest[1..])
                    || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]))
            : rest.Length > otherRest.Length ? rest[1..].SequenceEqual(otherRest)
            : otherRest[1..].SequenceEqual(rest);
    }

    private static IEnumerable<string> Spell(string word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            string before = word[..i];
            string behind = word[(i + 1)..];
            yield return before + behind;
            if (i + 1 < word.Length)
            {
                yield return $"{before}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }

            foreach (char letter in Letters)
            {
                yield return $"{before}{letter}{behind}";
                yield return $"{before}{letter}{word[i..]}";
            }
        }

        foreach (char letter in Letters)
        {
            yield return word + letter;
        }
    }
}
