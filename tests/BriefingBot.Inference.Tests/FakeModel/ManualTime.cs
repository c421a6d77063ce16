using BriefingBot.TestServers;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>A manual clock that tells when somebody waits for it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2024, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = _clock.CreateTimer(callback, state, dueTime, period);
        _timer.TrySetResult();
        return timer;
    }

    public Task WaitForTimerAsync(CancellationToken cancellationToken) =>
        _timer.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);

    public void Advance(TimeSpan time) => _clock.Advance(time);
}
