using System.Numerics;
using System.Numerics.Tensors;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>
/// Estimates the dot product of one vector with many of which only the signs are known. The vector keeps four bits a dimension, as planes of a two's
/// complement number, so that a row costs four population counts a word: far closer to the true order than comparing signs with signs. What lies along
/// the centre is known of each row exactly and is taken from there.
/// </summary>
internal readonly ref struct SignQuery
{
    private const int Planes = 4;
    private const int Largest = 7;
    private readonly ulong[] _planes;
    private readonly int _words;
    private readonly int _offset;
    private readonly float _alongFactor;

    public SignQuery(ReadOnlySpan<float> vector, VectorCentre centre)
    {
        _words = (vector.Length + 63) / 64;
        _planes = new ulong[_words * Planes];
        _offset = vector.Length * (Largest + 1);
        float along = TensorPrimitives.Dot(vector, centre.Direction);
        var rest = new float[vector.Length];
        TensorPrimitives.MultiplyAdd(centre.Direction, -along, vector, rest);

        // Few values of a vector are large: cutting those off leaves finer steps for the others.
        float step = Math.Max(TensorPrimitives.Norm<float>(rest) / MathF.Sqrt(vector.Length) / 3, float.Epsilon);
        for (int i = 0; i < rest.Length; i++)
        {
            int level = Math.Clamp((int)MathF.Round(rest[i] / step), -Largest - 1, Largest);
            for (int plane = 0; plane < Planes; plane++)
            {
                _planes[((i / 64) * Planes) + plane] |= (ulong)((level >> plane) & 1) << (i % 64);
            }
        }

        _alongFactor = along / (2 * centre.MeanDeviation * step);
    }

    /// <summary>No distance is greater; none is below 0.</summary>
    public int MaxDistance => 2 * _offset;

    /// <summary>How much of the vector lies where each row is negative: the less, the nearer.</summary>
    /// <param name="signs">The rows.</param>
    /// <param name="along">How far each row lies along the centre, beyond the centre itself.</param>
    /// <param name="distances">One for each row.</param>
    public void Measure(ReadOnlySpan<ulong> signs, ReadOnlySpan<float> along, Span<int> distances)
    {
        var planes = _planes.AsSpan();
        for (int row = 0; row < distances.Length; row++)
        {
            var negative = signs.Slice(row * _words, _words);
            int ones = 0;
            int twos = 0;
            int fours = 0;
            int eights = 0;
            for (int i = 0; i < negative.Length; i++)
            {
                var word = planes.Slice(i * Planes, Planes);
                ones += BitOperations.PopCount(negative[i] & word[0]);
                twos += BitOperations.PopCount(negative[i] & word[1]);
                fours += BitOperations.PopCount(negative[i] & word[2]);
                eights += BitOperations.PopCount(negative[i] & word[3]);
            }

            int distance = _offset + ones + (2 * twos) + (4 * fours) - (8 * eights) - (int)(_alongFactor * along[row]);
            distances[row] = Math.Clamp(distance, 0, MaxDistance);
        }
    }
}
