namespace BriefingBot.Core.Tests.Chat;

/// <summary>A clock that runs twenty times as fast, so that claims, pauses and deadlines of seconds pass while a test waits.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Factor = 20;
    private readonly DateTimeOffset _started = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _started + ((System.GetUtcNow() - _started) * Factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scale(dueTime), Scale(period));

    private static TimeSpan Scale(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;
}
