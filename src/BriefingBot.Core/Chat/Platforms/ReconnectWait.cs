namespace BriefingBot.Core.Chat.Platforms;

/// <summary>How long to wait before coming back to a platform: hardly at first, then doubling, with jitter.</summary>
public static class ReconnectWait
{
    /// <summary>The wait before attempt number <paramref name="failures"/> + 1.</summary>
    /// <param name="failures">How many attempts have failed.</param>
    /// <param name="first">Before the first attempt, at most.</param>
    /// <param name="step">Before the second; it doubles.</param>
    /// <param name="longest">Never more.</param>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan step, TimeSpan longest) =>
        failures == 0
            ? first * Random.Shared.NextDouble()
            : TimeSpan.FromTicks(Math.Min(longest.Ticks, step.Ticks << Math.Min(failures - 1, 16)))
                * (0.5 + (Random.Shared.NextDouble() / 2));
}
