namespace BriefingBot.Platforms.Tests.Host;

/// <summary>How long answers took.</summary>
public sealed record Latencies(TimeSpan[] Sorted)
{
    /// <summary>Measured in any order.</summary>
    public static Latencies Of(IEnumerable<TimeSpan> measured) => new([.. measured.Order()]);

    public TimeSpan Median => Sorted[Sorted.Length / 2];

    /// <summary>19 of 20 took no longer.</summary>
    public TimeSpan P95 => Sorted[Math.Min(Sorted.Length - 1, Sorted.Length * 95 / 100)];

    public override string ToString() =>
        $"{Sorted.Length} answers, median {Median.TotalMilliseconds:0} ms, p95 {P95.TotalMilliseconds:0} ms, longest "
        + $"{Sorted[^1].TotalMilliseconds:0} ms";

    /// <summary>
    /// At most half as much again as without the trouble, and what a busy machine adds by chance: without fairness the wait is that of the
    /// trouble, many seconds.
    /// </summary>
    public static void AssertUndisturbed(Latencies without, Latencies with)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Without: {without}\nWith: {with}");
        Assert.True(with.P95 <= (without.P95 * 1.5) + TimeSpan.FromMilliseconds(500), $"Without: {without}. With: {with}.");
    }
}
