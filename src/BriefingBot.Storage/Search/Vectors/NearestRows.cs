using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// Keeps the rows of the greatest estimates while they are made, and how great one must be to matter still. A count for each estimate
/// raises that bar as better ones come, so that nothing is sorted and nothing is gone through twice. Its memory is rented.
/// </summary>
internal sealed class NearestRows : IDisposable
{
    private const float StepsOfOne = 4096;
    private const int Least = 6144;
    private readonly int _wanted;
    private readonly int[] _counts = ArrayPool<int>.Shared.Rent(2 * Least);
    private (int Row, int Level)[] _rows;
    private int _added;
    private int _bar;
    private int _kept;
    private Vector256<float> _levels;

    /// <param name="wanted">How many rows at least, when there are as many; those that are as good as the last are kept too.</param>
    public NearestRows(int wanted)
    {
        _wanted = wanted;
        Array.Clear(_counts);
        _rows = ArrayPool<(int, int)>.Shared.Rent(4 * wanted);
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
        int level = Math.Clamp((int)MathF.Floor(estimate * StepsOfOne) + Least, 0, (2 * Least) - 1);
        if (level < _bar)
        {
            return;
        }

        if (_added == _rows.Length)
        {
            Grow();
        }

        _rows[_added++] = (row, level);
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
        foreach (var (row, level) in _rows.AsSpan(0, _added))
        {
            if (level >= _bar)
            {
                rows[next++] = row;
            }
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<(int, int)>.Shared.Return(_rows);
    }

    private void Grow()
    {
        var larger = ArrayPool<(int, int)>.Shared.Rent(2 * _rows.Length);
        _rows.CopyTo(larger.AsSpan());
        ArrayPool<(int, int)>.Shared.Return(_rows);
        _rows = larger;
    }
}
