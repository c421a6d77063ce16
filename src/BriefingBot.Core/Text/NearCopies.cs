using System.Numerics;
using System.Runtime.Intrinsics;

namespace BriefingBot.Core.Text;

/// <summary>
/// Tells near-identical texts: the share of common three-word runs (Jaccard) of syndicated copies is far above that of two reports on one
/// event. A sketch of the runs (one-permutation minimum hashing) rules out most pairs without comparing them. Hashes are the same in every
/// process, so that the same coverage collapses the same way everywhere. Thread-safe.
/// </summary>
public sealed class NearCopies
{
    /// <summary>Texts that share this much are one text.</summary>
    public const double Threshold = 0.6;

    private const int SketchSize = 32;

    /// <summary>Copies at the threshold agree in about 0.6 of the places of the sketch; in so few they practically never do.</summary>
    private const double LeastAgreement = 0.25;

    private IReadOnlyList<IReadOnlyList<WordToken>> _sentences;
    private readonly uint[] _sketch = new uint[SketchSize];
    private readonly bool _hasRuns;

    /// <summary>Reads the words once, and once more when they must be compared closely.</summary>
    /// <param name="sentences">The words of a text in order, in as many lists as it comes in.</param>
    public NearCopies(params IReadOnlyList<IReadOnlyList<WordToken>> sentences)
    {
        _sentences = sentences;
        Array.Fill(_sketch, uint.MaxValue);
        _hasRuns = Read(_sketch, null);
    }

    /// <summary>A text that is compared for long: of its words only the runs are kept.</summary>
    public static NearCopies Kept(IReadOnlyList<WordToken> words)
    {
        NearCopies copies = new(words);
        _ = copies.Runs;
        copies._sentences = [];
        return copies;
    }

    /// <summary>The runs in order, each once. Most texts are told apart by the sketch, so that most are never put in order.</summary>
    private uint[] Runs => field ??= InOrder();

    /// <summary>Are both near-identical? Texts of fewer than eight three-word runs are only when equal.</summary>
    public bool IsCopyOf(NearCopies other)
    {
        if (!_hasRuns || !other._hasRuns || Agreement(other) < LeastAgreement)
        {
            return false;
        }

        int smaller = Math.Min(Runs.Length, other.Runs.Length);
        int larger = Math.Max(Runs.Length, other.Runs.Length);
        if (smaller < larger * Threshold)
        {
            return false;
        }

        if (smaller < 8)
        {
            return Runs.AsSpan().SequenceEqual(other.Runs);
        }

        int common = Common(other);
        return (double)common / (smaller + larger - common) >= Threshold;
    }

    /// <summary>The share of the places filled in either sketch that are equal.</summary>
    private double Agreement(NearCopies other)
    {
        (int filled, int equal) = (0, 0);
        for (int i = 0; i < SketchSize; i += Vector256<uint>.Count)
        {
            var mine = Vector256.Create<uint>(_sketch.AsSpan(i));
            var same = Vector256.Equals(mine, Vector256.Create<uint>(other._sketch.AsSpan(i)));
            var empty = same & Vector256.Equals(mine, Vector256<uint>.AllBitsSet);
            filled += Vector256<uint>.Count - BitOperations.PopCount(empty.ExtractMostSignificantBits());
            equal += BitOperations.PopCount((same & ~empty).ExtractMostSignificantBits());
        }

        return filled == 0 ? 0 : (double)equal / filled;
    }

    private int Common(NearCopies other)
    {
        var (these, those) = (Runs, other.Runs);
        (int mine, int its, int common) = (0, 0, 0);
        while (mine < these.Length && its < those.Length)
        {
            int order = these[mine].CompareTo(those[its]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private uint[] InOrder()
    {
        List<uint> all = new(SketchSize * 4);
        Read(new uint[SketchSize], all);
        return [.. all.Order().Distinct()];
    }

    /// <summary>Reads the runs into a sketch, and into a list of all where there is one.</summary>
    /// <returns>Are there any?</returns>
    private bool Read(uint[] sketch, List<uint>? all)
    {
        (uint first, uint second) = (0, 0);
        int seen = 0;
        foreach (var words in _sentences)
        {
            for (int i = 0; i < words.Count; i++)
            {
                uint third = words[i].Word.Hash;
                if (++seen > 2)
                {
                    uint run = Mix((((first * 31) + second) * 31) + third);
                    ref uint least = ref sketch[run % SketchSize];
                    least = Math.Min(least, run);
                    all?.Add(run);
                }

                (first, second) = (second, third);
            }
        }

        return seen > 2;
    }

    private static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }
}
