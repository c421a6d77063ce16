using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Models.Faults;

namespace BriefingBot.Inference.Tests.Models;

public sealed class RetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelProvider.OpenAI, ModelFaultKind.DropTcp)]
    [InlineData(ModelProvider.Anthropic, ModelFaultKind.DropTcp)]
    [InlineData(ModelProvider.Ollama, ModelFaultKind.DropTcp)]
    [InlineData(ModelProvider.OpenAI, ModelFaultKind.ErrorStatus)]
    [InlineData(ModelProvider.Anthropic, ModelFaultKind.ErrorStatus)]
    [InlineData(ModelProvider.Ollama, ModelFaultKind.ErrorStatus)]
    public async Task One_failure_before_the_first_token_is_tried_again(ModelProvider provider, ModelFaultKind kind)
    {
        await using var bot = await ModelHarness.StartAsync(provider);
        bot.Break(kind);

        var outcome = await bot.StreamAsync();

        Assert.Null(outcome.Failure);
        Assert.Equal(ModelHarness.Words, outcome.Text);
        Assert.Equal(2, bot.Model.Record.Exchanges.Count);
    }

    [Fact]
    public async Task Two_failures_are_not_tried_a_third_time()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        bot.Break(ModelFaultKind.ErrorStatus, times: 3);

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(ModelFallback.Unavailable, failure.Reason);
        Assert.Equal(2, bot.Model.Record.Exchanges.Count);
    }

    [Theory]
    [InlineData(ModelFaultKind.RateLimit)]
    [InlineData(ModelFaultKind.OutOfQuota)]
    [InlineData(ModelFaultKind.CutStream)]
    [InlineData(ModelFaultKind.HtmlPage)]
    public async Task Nothing_else_is_tried_again(ModelFaultKind kind)
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        bot.Break(kind);

        Assert.NotNull((await bot.StreamAsync()).Failure);
        Assert.Single(bot.Model.Record.Exchanges);
    }

    [Fact]
    public async Task A_server_that_asks_for_time_is_not_pressed()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 503, RetryAfter = TimeSpan.FromSeconds(4) });

        var outcome = await bot.StreamAsync();

        Assert.Equal((ModelFallback.Unavailable, TimeSpan.FromSeconds(4)), (outcome.Failure!.Reason, outcome.Failure.RetryAfter));
        Assert.Single(bot.Model.Record.Exchanges);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        await bot.StopServerAsync();

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(ModelFallback.Unavailable, failure.Reason);
        Assert.Contains("cannot be reached: Connection refused", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Start the server", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task Without_a_deadline_of_the_caller_the_configured_time_ends_a_call_that_is_never_answered(ModelProvider provider)
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var bot = await ModelHarness.StartAsync(provider, clock: clock);
        bot.Break(ModelFaultKind.NeverAnswers);

        var call = bot.AnswerAsync();
        await bot.Model.Record.WaitForExchangeAsync(static exchange => exchange.Call is not null, cancellationToken: Cancel);
        clock.Advance(TimeSpan.FromSeconds(20));

        var failure = await Assert.ThrowsAsync<ModelException>(() => call);
        Assert.Equal(ModelFallback.TimedOut, failure.Reason);
        Assert.Contains("within 20 s", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task Without_a_deadline_of_the_caller_the_configured_time_ends_a_stream_that_stalls(ModelProvider provider)
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var bot = await ModelHarness.StartAsync(provider, clock: clock);
        bot.Break(ModelFaultKind.Stall, afterTokens: 2);
        string text = "";

        var failure = await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in bot.Client.GetStreamingResponseAsync(ModelHarness.Ask, cancellationToken: Cancel))
            {
                text += update.Text;
                if (text == "one two")
                {
                    clock.Advance(TimeSpan.FromSeconds(20));
                }
            }
        });

        Assert.Equal("one two", text);
        Assert.Equal(ModelFallback.TimedOut, failure.Reason);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task A_caller_who_leaves_a_slow_stream_keeps_what_came_and_frees_the_server(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider);
        bot.Model.Gate.Close();
        bot.Model.Gate.Release(2);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        string text = "";

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in bot.Client.GetStreamingResponseAsync(ModelHarness.Ask, cancellationToken: leave.Token))
            {
                text += update.Text;
                if (text == "one two")
                {
                    await leave.CancelAsync();
                }
            }
        });

        Assert.Equal("one two", text);
        var exchange = await bot.Model.Record.WaitForExchangeAsync(static exchange => exchange.IsEnded, cancellationToken: Cancel);
        Assert.True(exchange.IsAbandoned);
    }
}
