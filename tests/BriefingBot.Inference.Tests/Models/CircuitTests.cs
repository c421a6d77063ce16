using System.Diagnostics.Metrics;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Providers;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Models.Faults;

namespace BriefingBot.Inference.Tests.Models;

public sealed class CircuitTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_rate_limit_nothing_is_sent_until_the_time_is_over()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, clock: clock);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(30) });
        await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        clock.Advance(TimeSpan.FromSeconds(29));
        var spared = (await bot.StreamAsync()).Failure!;

        Assert.Equal((ModelFallback.RateLimited, TimeSpan.FromSeconds(1)), (spared.Reason, spared.RetryAfter));
        Assert.Contains("is not asked for another 1 s", spared.Message, StringComparison.Ordinal);
        Assert.Single(bot.Model.Record.Exchanges);
        Assert.Contains(bot.Log.All, static line => line.Contains("is not asked for 30 s", StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ModelHarness.Words, (await bot.StreamAsync()).Text);
        Assert.Equal(2, bot.Model.Record.Exchanges.Count);
        Assert.Contains(bot.Log.All, static line => line.Contains("answers again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_that_are_not_made_are_counted()
    {
        int counted = 0;
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, meters) =>
        {
            if (instrument.Name == "briefingbot.model.spared")
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => Interlocked.Add(ref counted, tags[0] is { Key: "reason", Value: "RateLimited" } ? (int)value : 0)
        );
        listener.Start();
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, clock: new ManualClock(Start));
        bot.Break(ModelFaultKind.RateLimit);
        await bot.StreamAsync();

        await bot.StreamAsync();

        Assert.True(counted >= 1, $"{counted} counted");
    }

    [Fact]
    public async Task Failures_in_a_row_open_it_and_a_success_between_them_does_not()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.Anthropic, clock: clock);
        for (int i = 0; i < ProviderCircuit.FailuresToOpen - 1; i++)
        {
            Assert.Equal(ModelFallback.Unavailable, await FailAsync(bot));
        }

        Assert.Null((await bot.StreamAsync()).Failure);
        for (int i = 0; i < ProviderCircuit.FailuresToOpen; i++)
        {
            Assert.Equal(ModelFallback.Unavailable, await FailAsync(bot));
        }

        int asked = bot.Model.Record.Exchanges.Count;
        Assert.Equal(ModelFallback.Unavailable, (await bot.StreamAsync()).Failure!.Reason);
        Assert.Equal(asked, bot.Model.Record.Exchanges.Count);
    }

    [Fact]
    public void The_rest_grows_with_every_failed_trial_up_to_its_limit_and_begins_anew_after_a_success()
    {
        ManualClock clock = new(Start);
        ProviderCircuit circuit = new(clock);
        ModelException failure = new("Gone.", ModelFallback.Unavailable);
        for (int i = 0; i < ProviderCircuit.FailuresToOpen - 1; i++)
        {
            Assert.False(circuit.Enter());
            Assert.Null(circuit.Fail(failure));
        }

        List<double> rests = [];
        Assert.False(circuit.Enter());
        for (var rest = circuit.Fail(failure); rests.Count < 10; rest = circuit.Fail(failure))
        {
            rests.Add(rest!.Value.TotalSeconds);
            clock.Advance(rest.Value);
            Assert.True(circuit.Enter());
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 300, 300, 300, 300], rests);
        clock.Advance(ProviderCircuit.LongestRest);
        Assert.True(circuit.Enter());
        circuit.Succeed();
        Assert.False(circuit.Enter());
        Assert.Null(circuit.Fail(failure));
    }

    [Fact]
    public void Only_one_call_at_a_time_goes_out_to_see()
    {
        ManualClock clock = new(Start);
        ProviderCircuit circuit = new(clock);
        circuit.Enter();
        Assert.Equal(
            TimeSpan.FromSeconds(2),
            circuit.Fail(new ModelException("Slow down.", ModelFallback.RateLimited, TimeSpan.FromSeconds(2)))
        );
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(circuit.Enter());
        Assert.Contains("one call finds out", Assert.Throws<ModelException>(() => circuit.Enter()).Message, StringComparison.Ordinal);
        circuit.Abandon(isTrying: true);

        Assert.True(circuit.Enter());
    }

    [Fact]
    public void A_provider_cannot_ask_for_more_than_the_longest_rest()
    {
        ProviderCircuit circuit = new(new ManualClock(Start));

        Assert.Equal(
            ProviderCircuit.LongestRest,
            circuit.Fail(new ModelException("Tomorrow.", ModelFallback.RateLimited, TimeSpan.FromDays(1)))
        );
    }

    [Fact]
    public async Task A_provider_that_hangs_counts_as_failing_although_callers_give_up()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, static options => options.Timeout = 20, clock);
        bot.Break(ModelFaultKind.NeverBegins, times: 10);
        for (int i = 0; i < ProviderCircuit.FailuresToOpen; i++)
        {
            await GiveUpAsync(bot, clock, TimeSpan.FromSeconds(15));
        }

        var spared = (await bot.StreamAsync()).Failure!;

        Assert.Equal(ModelFallback.TimedOut, spared.Reason);
        Assert.Equal(ProviderCircuit.FailuresToOpen, bot.Model.Record.Exchanges.Count);
    }

    [Fact]
    public async Task Callers_who_leave_soon_say_nothing_about_the_provider()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, static options => options.Timeout = 20, clock);
        bot.Break(ModelFaultKind.NeverBegins, times: ProviderCircuit.FailuresToOpen);
        for (int i = 0; i < ProviderCircuit.FailuresToOpen; i++)
        {
            await GiveUpAsync(bot, clock, TimeSpan.FromSeconds(2));
        }

        Assert.Equal(ModelHarness.Words, (await bot.StreamAsync()).Text);
    }

    [Fact]
    public async Task A_reader_who_leaves_a_trial_early_does_not_lock_the_others_out()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, clock: clock);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(1) });
        await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());
        clock.Advance(TimeSpan.FromSeconds(1));

        await foreach (var _ in bot.Client.GetStreamingResponseAsync(ModelHarness.Ask, cancellationToken: Cancel))
        {
            break;
        }

        Assert.Equal(ModelHarness.Words, (await bot.StreamAsync()).Text);
    }

    [Fact]
    public async Task Many_at_once_send_one_request_when_it_opens_and_one_to_see()
    {
        ManualClock clock = new(Start);
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, clock: clock);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(5) });
        await bot.StreamAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        bot.Model.Gate.Close();

        var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(() => bot.StreamAsync(), Cancel)).ToList();
        await bot.Model.Record.WaitUntilAsync(() => bot.Model.Record.Counters.Calls == 2, cancellationToken: Cancel);
        while (calls.Count > 1)
        {
            var ended = await Task.WhenAny(calls);
            Assert.Equal(ModelFallback.RateLimited, (await ended).Failure!.Reason);
            calls.Remove(ended);
        }

        bot.Model.Gate.Open();
        Assert.Equal(ModelHarness.Words, (await calls[0]).Text);
        Assert.Equal(2, bot.Model.Record.Exchanges.Count);
    }

    private static async Task<ModelFallback> FailAsync(ModelHarness bot)
    {
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 504 });
        return (await bot.StreamAsync()).Failure!.Reason;
    }

    private static async Task GiveUpAsync(ModelHarness bot, ManualClock clock, TimeSpan patience)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        int before = bot.Model.Record.Exchanges.Count;
        var call = bot.StreamAsync(cancellationToken: deadline.Token);
        await bot.Model.Record.WaitUntilAsync(() => bot.Model.Record.Counters.Calls > before, cancellationToken: Cancel);
        clock.Advance(patience);
        await deadline.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
