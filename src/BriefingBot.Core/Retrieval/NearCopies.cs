using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>Tells near-identical texts: the share of common three-word runs (Jaccard) of syndicated copies is far above that of two reports on one event.</summary>
public sealed class NearCopies
{
    /// <summary>Texts that share this much are one text.</summary>
    public const double Threshold = 0.6;

    private readonly HashSet<int> _shingles = [];

    /// <summary>Reads the words once.</summary>
    public NearCopies(IEnumerable<WordToken> words)
    {
        (string? first, string? second) = (null, null);
        foreach (var word in words)
        {
            if (first is not null)
            {
                _shingles.Add(HashCode.Combine(first, second, word.Stem));
            }

            (first, second) = (second, word.Stem);
        }
    }

    /// <summary>Are both near-identical? Texts of fewer than eight three-word runs are only when equal.</summary>
    public bool IsCopyOf(NearCopies other)
    {
        int smaller = Math.Min(_shingles.Count, other._shingles.Count);
        int larger = Math.Max(_shingles.Count, other._shingles.Count);
        if (smaller == 0 || smaller < larger * Threshold)
        {
            return false;
        }

        int common = _shingles.Count <= other._shingles.Count ? _shingles.Count(other._shingles.Contains) : other._shingles.Count(_shingles.Contains);
        double jaccard = (double)common / (smaller + larger - common);
        return smaller < 8 ? jaccard >= 1 : jaccard >= Threshold;
    }
}
