using System.Numerics;
using System.Runtime.Intrinsics;

namespace BriefingBot.Core.Text;

/// <summary>
/// Tells near-identical texts: the share of common three-word runs (Jaccard) of syndicated copies is far above that of two reports on one
/// event. A sketch of the runs (one-permutation minimum hashing) rules out most pairs without comparing them. Thread-safe.
/// </summary>
public sealed class NearCopies
{
    /// <summary>Texts that share this much are one text.</summary>
    public const double Threshold = 0.6;

    private const int SketchSize = 32;

    /// <summary>Copies at the threshold agree in about 0.6 of the places of the sketch; in so few they practically never do.</summary>
    private const double LeastAgreement = 0.25;

    private readonly List<uint> _read = new(SketchSize * 4);
    private readonly uint[] _sketch = new uint[SketchSize];

    /// <summary>Reads the words once.</summary>
    public NearCopies(IEnumerable<WordToken> words)
    {
        (uint first, uint second) = (0, 0);
        int seen = 0;
        Array.Fill(_sketch, uint.MaxValue);
        foreach (var word in words)
        {
            uint third = Hash(word.Stem);
            if (++seen > 2)
            {
                uint run = Mix((((first * 31) + second) * 31) + third);
                _read.Add(run);
                ref uint least = ref _sketch[run % SketchSize];
                least = Math.Min(least, run);
            }

            (first, second) = (second, third);
        }
    }

    /// <summary>The runs in order, each once. Most texts are told apart by the sketch, so that most are never put in order.</summary>
    private uint[] Runs => field ??= [.. _read.Order().Distinct()];

    /// <summary>Are both near-identical? Texts of fewer than eight three-word runs are only when equal.</summary>
    public bool IsCopyOf(NearCopies other)
    {
        if (_read.Count == 0 || other._read.Count == 0 || Agreement(other) < LeastAgreement)
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

    /// <summary>FNV-1a: the same in every process, so that the same coverage collapses the same way everywhere.</summary>
    private static uint Hash(string stem)
    {
        uint hash = 2166136261;
        foreach (char unit in stem)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return hash;
    }

    private static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }
}
