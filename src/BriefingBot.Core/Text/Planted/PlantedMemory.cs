using System.Collections.Concurrent;

namespace BriefingBot.Core.Text.Planted;

/// <summary>Remembers what was found in texts that were searched lately: a bounded number of short ones. Thread-safe.</summary>
internal sealed class PlantedMemory
{
    private const int MostTexts = 4096;
    private const int LongestText = 2000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<TextSpan>> _found = new(StringComparer.Ordinal);

    // The dictionary's own count takes all of its locks.
    private int _count;

    /// <summary>What was found in the text, now or before.</summary>
    public IReadOnlyList<TextSpan> GetOrAdd(string text, Func<string, IReadOnlyList<TextSpan>> search)
    {
        if (text.Length > LongestText)
        {
            return search(text);
        }

        if (_found.TryGetValue(text, out var known))
        {
            return known;
        }

        var found = search(text);
        if (Interlocked.Increment(ref _count) > MostTexts)
        {
            _found.Clear();
            Volatile.Write(ref _count, 1);
        }

        _found.TryAdd(text, found);
        return found;
    }
}
