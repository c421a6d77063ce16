using BriefingBot.Core.Chat.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class ProgressPumpTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly FastClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Between_two_views_there_is_the_pause_and_what_came_meanwhile_is_left_out()
    {
        List<(int Value, DateTimeOffset At)> shown = [];
        TaskCompletionSource thrice = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int last = 0;
        await using (
            ProgressPump<int> pump = new(
                (value, _) =>
                {
                    shown.Add((value, _clock.GetUtcNow()));
                    if (shown.Count == 3)
                    {
                        thrice.SetResult();
                    }

                    return Task.CompletedTask;
                },
                Pause,
                _clock,
                NullLogger.Instance,
                Ct
            )
        )
        {
            while (!thrice.Task.IsCompleted)
            {
                pump.Report(++last);
                await Task.Yield();
            }
        }

        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Pause * 0.9));
        Assert.True(last > shown.Count);
        Assert.Equal(shown.Select(view => view.Value).Order(), shown.Select(view => view.Value));
    }

    [Fact]
    public async Task A_view_that_fails_costs_nothing_and_none_comes_after_the_end()
    {
        TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int calls = 0;
        ProgressPump<int> pump = new(
            (_, _) =>
            {
                if (++calls == 2)
                {
                    second.SetResult();
                }

                throw new InvalidOperationException("HTTP 500");
            },
            TimeSpan.Zero,
            _clock,
            NullLogger.Instance,
            Ct
        );

        while (!second.Task.IsCompleted)
        {
            pump.Report(1);
            await Task.Yield();
        }

        await pump.DisposeAsync();
        int before = calls;
        pump.Report(2);

        Assert.Equal(before, calls);
    }

    [Fact]
    public async Task A_view_that_hangs_is_given_up_at_the_end()
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ProgressPump<int> pump = new(
            (_, token) =>
            {
                reached.TrySetResult();
                return Task.Delay(Timeout.Infinite, token);
            },
            TimeSpan.Zero,
            _clock,
            NullLogger.Instance,
            Ct
        );
        pump.Report(1);
        await reached.Task.WaitAsync(Ct);

        await pump.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
    }
}
