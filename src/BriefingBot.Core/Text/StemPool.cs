using System.Collections.Concurrent;

namespace BriefingBot.Core.Text;

/// <summary>Shares the strings of stems, so that reading passages does not allocate a string a word. Bounded; thread-safe.</summary>
internal static class StemPool
{
    private const int Capacity = 200_000;

    private static readonly ConcurrentDictionary<string, string> Pool = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Pool.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Intern(ReadOnlySpan<char> stem)
    {
        if (BySpan.TryGetValue(stem, out string? shared))
        {
            return shared;
        }

        string made = stem.ToString();
        if (Pool.Count < Capacity)
        {
            Pool.TryAdd(made, made);
        }

        return made;
    }
}
