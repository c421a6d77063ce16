using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Embedding;

/// <summary>
/// Vectors made of the words of a text: each word stem has a direction of its own, so that texts with common words are near.
/// </summary>
internal static class WordVectors
{
    /// <summary>Of length 1, and of the same numbers on every machine.</summary>
    public static float[] Embed(string text, int dimensions)
    {
        float[] vector = new float[dimensions];
        IReadOnlyList<string> words = PlainWords.Of(text);
        foreach (IGrouping<string, string> word in (words.Count > 0 ? words : [text]).GroupBy(static word => word, StringComparer.Ordinal))
        {
            float weight = MathF.Sqrt(word.Count());
            ulong state = Hash(word.Key);
            for (int i = 0; i < dimensions; i++)
            {
                vector[i] += weight * Next(ref state);
            }
        }

        float length = MathF.Sqrt(vector.Sum(static number => number * number));
        return [.. vector.Select(number => number / length)];
    }

    private static ulong Hash(string word)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in word)
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return hash | 1;
    }

    // xorshift64*, whose high bits are even: a number from -1 to 1.
    private static float Next(ref ulong state)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return ((unchecked(state * 2685821657736338717) >> 40) / (float)(1 << 23)) - 1;
    }
}
