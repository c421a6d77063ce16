using System.Text.Json;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers;

namespace BriefingBot.Platforms.Tests.Slack.Inbound;

public sealed class DeliveryMemoryTests
{
    private static readonly SlackAck Answer = new(JsonElement.Parse("""{"text":"for the first only"}"""));
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private int _received;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"event_id":"Ev1","event":{"ts":"1"}}""", """{"event_id":"Ev1","event":{"ts":"1"}}""", 1)]
    [InlineData("""{"event_id":"Ev1"}""", """{"event_id":"Ev2"}""", 2)]
    [InlineData("""{"type":"app_rate_limited","minute_rate_limited":1}""", """{"type":"app_rate_limited","minute_rate_limited":1}""", 1)]
    [InlineData("""{"type":"app_rate_limited","minute_rate_limited":1}""", """{"type":"app_rate_limited","minute_rate_limited":2}""", 2)]
    public async Task An_event_is_known_again_by_its_id_or_by_all_of_it(string first, string second, int received)
    {
        DeliveryMemory memory = new(_clock);

        Assert.Same(Answer, await memory.ReceiveAsync(Event(first), ReceiveAsync, Cancellation));
        await memory.ReceiveAsync(Event(second) with { RetryAttempt = 1, RetryReason = "timeout" }, ReceiveAsync, Cancellation);

        Assert.Equal(received, _received);
    }

    [Theory]
    [InlineData(SlackDeliveryKind.SlashCommand)]
    [InlineData(SlackDeliveryKind.Interactive)]
    internal async Task A_command_that_is_replayed_has_no_effect_and_gets_no_answer(SlackDeliveryKind kind)
    {
        DeliveryMemory memory = new(_clock);
        SlackDelivery delivery = new(kind, JsonElement.Parse("""{"trigger_id":"1.2.3","text":"x"}"""));
        await memory.ReceiveAsync(delivery, ReceiveAsync, Cancellation);

        Assert.Same(SlackAck.Empty, await memory.ReceiveAsync(delivery, ReceiveAsync, Cancellation));
        Assert.Equal(1, _received);
    }

    [Fact]
    public async Task A_delivery_that_failed_is_taken_again()
    {
        DeliveryMemory memory = new(_clock);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), static (_, _) => throw new InvalidDataException(), Cancellation)
        );

        await memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);

        Assert.Equal(1, _received);
    }

    [Fact]
    public async Task Copies_wait_for_the_first_and_share_its_failure()
    {
        DeliveryMemory memory = new(_clock);
        TaskCompletionSource<SlackAck> journaling = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), (_, _) => journaling.Task, Cancellation);
        var copy = memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);
        Assert.False(copy.IsCompleted);

        journaling.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        await Assert.ThrowsAsync<InvalidDataException>(() => copy);
        Assert.Equal(0, _received);
    }

    [Fact]
    public async Task It_forgets_after_a_quarter_of_an_hour_and_not_before()
    {
        DeliveryMemory memory = new(_clock);
        await memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);

        _clock.Advance(DeliveryMemory.Lifetime - TimeSpan.FromSeconds(1));
        await memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);
        Assert.Equal(1, _received);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);

        Assert.Equal(2, _received);
    }

    [Fact]
    public async Task It_holds_so_many_and_forgets_the_oldest_first()
    {
        DeliveryMemory memory = new(_clock, capacity: 3);
        foreach (int number in Enumerable.Range(1, 4))
        {
            await memory.ReceiveAsync(Event($$"""{"event_id":"Ev{{number}}"}"""), ReceiveAsync, Cancellation);
        }

        await memory.ReceiveAsync(Event("""{"event_id":"Ev4"}"""), ReceiveAsync, Cancellation);
        Assert.Equal(4, _received);
        await memory.ReceiveAsync(Event("""{"event_id":"Ev1"}"""), ReceiveAsync, Cancellation);

        Assert.Equal(5, _received);
    }

    private static SlackDelivery Event(string payload) => new(SlackDeliveryKind.EventsApi, JsonElement.Parse(payload));

    private Task<SlackAck> ReceiveAsync(SlackDelivery delivery, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _received);
        return Task.FromResult(Answer);
    }
}
