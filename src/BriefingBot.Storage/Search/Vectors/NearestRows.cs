using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// Keeps the rows of the greatest estimates while they are made, and how great one must be to matter still. A count for each estimate
/// raises that bar as better ones come, so that nothing is sorted and nothing is gone through twice.
/// </summary>
internal sealed class NearestRows
{
    private const float StepsOfOne = 4096;
    private const int Least = 6144;
    private readonly int _wanted;
    private readonly int[] _counts = new int[2 * Least];
    private readonly List<(int Row, int Level)> _rows;
    private int _bar;
    private int _kept;
    private Vector256<float> _levels;

    /// <param name="wanted">How many rows at least, when there are as many; those that are as good as the last are kept too.</param>
    public NearestRows(int wanted)
    {
        _wanted = wanted;
        _rows = new List<(int Row, int Level)>(4 * wanted);
        _levels = Vector256.Create(float.NegativeInfinity);
    }

    /// <summary>Which of eight estimates are good enough so far: a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Reach(Vector256<float> estimates) => Vector256.GreaterThanOrEqual(estimates, _levels).ExtractMostSignificantBits();

    /// <summary>Takes a row.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="estimate">Of its cosine.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int row, float estimate)
    {
        int level = Math.Clamp((int)MathF.Floor(estimate * StepsOfOne) + Least, 0, _counts.Length - 1);
        if (level < _bar)
        {
            return;
        }

        _rows.Add((row, level));
        _counts[level]++;
        _kept++;
        if (_kept - _counts[_bar] < _wanted)
        {
            return;
        }

        while (_kept - _counts[_bar] >= _wanted)
        {
            _kept -= _counts[_bar++];
        }

        _levels = Vector256.Create((_bar - Least) / StepsOfOne);
    }

    /// <summary>The rows, in the order they came.</summary>
    public int[] ToArray()
    {
        var rows = new int[_kept];
        int next = 0;
        foreach (var (row, level) in _rows)
        {
            if (level >= _bar)
            {
                rows[next++] = row;
            }
        }

        return rows;
    }
}
