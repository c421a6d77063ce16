using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using OpenAI.Chat;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class TokenGateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_leave_one_by_one_when_they_are_released()
    {
        await using FakeModel model = await StartAsync("one two three");
        Task<(string Text, ChatFinishReason? Finish, Exception? Error)> reading = StreamReader.ReadAsync(model, Cancel);
        ModelExchange exchange = await model.Record.WaitForExchangeAsync(static _ => true, cancellationToken: Cancel);
        await model.Gate.WaitForHeldAsync(cancellationToken: Cancel);
        Assert.Equal("", exchange.Written);
        model.Gate.Release();
        await model.Gate.WaitForHeldAsync(cancellationToken: Cancel);
        Assert.Equal("one", exchange.Written);
        model.Gate.Release(2);
        Assert.Equal(("one two three", ChatFinishReason.Stop, null), await reading);
    }

    [Fact]
    public async Task The_client_has_read_the_first_sentence_before_the_last_token_is_written()
    {
        await using FakeModel model = await StartAsync("The line was approved [1]. It will cost 14 million dollars [1].");
        model.Gate.ReleaseUntil(static written => written.EndsWith("[1].", StringComparison.Ordinal));
        string text = "";
        await foreach (StreamingChatCompletionUpdate update in StreamReader.Stream(model, "?", Cancel))
        {
            text += string.Concat(update.ContentUpdate.Select(static part => part.Text));
            if (text == "The line was approved [1].")
            {
                await model.Gate.WaitForHeldAsync(cancellationToken: Cancel);
                Assert.Equal(text, model.Record.Exchanges[0].Written);
                Assert.False(model.Record.Exchanges[0].IsEnded);
                model.Gate.Open();
            }
        }

        Assert.EndsWith("dollars [1].", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_at_a_gate_where_nobody_comes_ends()
    {
        await using FakeModel model = await StartAsync("one");
        await Assert.ThrowsAsync<TimeoutException>(() => model.Gate.WaitForHeldAsync(TimeSpan.FromMilliseconds(20), Cancel));
        await Assert.ThrowsAsync<TimeoutException>(() =>
            model.Record.WaitUntilAsync(static () => false, TimeSpan.FromMilliseconds(20), Cancel)
        );
    }

    [Fact]
    public async Task Answers_that_are_written_at_once_are_counted()
    {
        await using FakeModel model = await StartAsync("one two three");
        Task<(string Text, ChatFinishReason? Finish, Exception? Error)>[] reading =
        [
            .. Enumerable.Range(0, 3).Select(_ => StreamReader.ReadAsync(model, Cancel)),
        ];
        await model.Record.WaitUntilAsync(() => model.Record.Counters.Concurrent == 3, cancellationToken: Cancel);
        model.Gate.Open();
        await Task.WhenAll(reading);
        await model.Record.WaitUntilAsync(() => model.Record.Counters.Concurrent == 0, cancellationToken: Cancel);
        Assert.Equal((3, 9), (model.Record.Counters.MaxConcurrent, model.Record.Counters.OutputTokens));
    }

    private static async Task<FakeModel> StartAsync(string text)
    {
        FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript(text);
        model.Gate.Close();
        return model;
    }
}
