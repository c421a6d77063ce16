using System.Globalization;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>What one shape costs at each size, each twice the one before.</summary>
/// <param name="Kind">How it was read.</param>
/// <param name="Piece">What it repeats.</param>
/// <param name="Times">What it took, by size.</param>
internal sealed record Growth(string Kind, string Piece, IReadOnlyList<TimeSpan> Times)
{
    /// <summary>The greatest ratio of a size to the one before; a time below the floor counts as the floor.</summary>
    public double Worst(TimeSpan floor) =>
        Times.Zip(Times.Skip(1), (small, large) => Math.Max(large.Ticks, floor.Ticks) / (double)Math.Max(small.Ticks, floor.Ticks)).Max();

    /// <summary>
    /// The mean ratio of a size to the one before, from the smallest to the largest: a single slow reading weighs little, growth with the
    /// square gives 4.
    /// </summary>
    public double Mean(TimeSpan floor) =>
        Math.Pow(Math.Max(Times[^1].Ticks, floor.Ticks) / (double)Math.Max(Times[0].Ticks, floor.Ticks), 1d / (Times.Count - 1));

    /// <summary>The lesser of the two times of each size.</summary>
    public Growth Least(IReadOnlyList<TimeSpan> again) => this with { Times = [.. Times.Zip(again, static (a, b) => a < b ? a : b)] };

    /// <inheritdoc/>
    public override string ToString() =>
        $"  {Kind, -8} '{Piece.Replace("\n", "\\n", StringComparison.Ordinal)}': "
        + $"{string.Join(", ", Times.Select(static time => time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)))} ms";
}
