using System.Text;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class AnthropicCertificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_message_has_text_stop_reason_and_usage()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "right" }, Cancel);
        model.Script = new FixedScript("The council approved a line [1].");
        using AnthropicClient client = Create(model, "right");
        Message message = await client.Messages.Create(Ask(), Cancel);
        Assert.True(message.Content[0].TryPickText(out TextBlock? text));
        Assert.Equal("The council approved a line [1].", text.Text);
        Assert.Equal("end_turn", message.StopReason!.Raw());
        Assert.Equal(9, message.Usage.OutputTokens);
        ModelCall call = Assert.Single(model.Record.Calls);
        Assert.Equal(("Use the passages.", "What is new?", 300), (call.System, call.UserText, call.MaxTokens));
        Assert.True(model.Record.Exchanges[0].HasKey);
        Assert.DoesNotContain("right", string.Join(' ', model.Record.Exchanges[0].Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_begins_deltas_and_ends_in_order()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("“Nobody was in danger,” he said [12].");
        using AnthropicClient client = Create(model);
        List<string> order = [];
        StringBuilder text = new();
        await foreach (RawMessageStreamEvent item in client.Messages.CreateStreaming(Ask(), Cancel))
        {
            item.Validate();
            string type = item.Type.Raw();
            if (order.Count == 0 || order[^1] != type)
            {
                order.Add(type);
            }

            if (item.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? delta) && delta.Delta.TryPickText(out TextDelta? piece))
            {
                text.Append(piece.Text);
            }

            if (item.TryPickDelta(out RawMessageDeltaEvent? end))
            {
                Assert.Equal("end_turn", end.Delta.StopReason!.Raw());
                Assert.Equal(model.Record.Exchanges[0].WrittenTokens, end.Usage.OutputTokens);
            }
        }

        Assert.Equal("“Nobody was in danger,” he said [12].", text.ToString());
        Assert.Equal(
            ["message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop"],
            order
        );
    }

    [Fact]
    public async Task Limit_and_refusal_are_told_by_the_stop_reason()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("one two three four five six");
        using AnthropicClient client = Create(model);
        Assert.Equal("max_tokens", (await client.Messages.Create(Ask() with { MaxTokens = 3 }, Cancel)).StopReason!.Raw());
        model.Faults.Add(ModelFaultKind.Refuses);
        Message refused = await client.Messages.Create(Ask(), Cancel);
        Assert.Equal("refusal", refused.StopReason!.Raw());
        Assert.Empty(refused.Content);
    }

    [Fact]
    public async Task Errors_come_as_the_clients_own_exceptions()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "right", ModelNames = ["m"] }, Cancel);
        using AnthropicClient client = Create(model, "right");
        using AnthropicClient stranger = Create(model, "wrong");
        await Assert.ThrowsAsync<AnthropicUnauthorizedException>(() => stranger.Messages.Create(Ask(), Cancel));
        await Assert.ThrowsAsync<AnthropicNotFoundException>(() => client.Messages.Create(Ask() with { Model = "other" }, Cancel));
        AnthropicBadRequestException bad = await Assert.ThrowsAsync<AnthropicBadRequestException>(() =>
            client.Messages.Create(Ask() with { MaxTokens = 0 }, Cancel)
        );
        Assert.Contains("invalid_request_error", bad.ResponseBody, StringComparison.Ordinal);
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 500 });
        Assert.IsAssignableFrom<Anthropic5xxException>(await Record.ExceptionAsync(() => client.Messages.Create(Ask(), Cancel)));
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 529 });
        AnthropicOverloadedException overloaded = await Assert.ThrowsAsync<AnthropicOverloadedException>(() =>
            client.Messages.Create(Ask(), Cancel)
        );
        Assert.Contains("overloaded_error", overloaded.ResponseBody, StringComparison.Ordinal);
        model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(3) });
        AnthropicRateLimitException limited = await Assert.ThrowsAsync<AnthropicRateLimitException>(() =>
            client.Messages.Create(Ask(), Cancel)
        );
        Assert.Contains("rate_limit_error", limited.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clients_own_retry_gets_through_an_overload()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 529, RetryAfter = TimeSpan.Zero });
        using AnthropicClient client = Create(model, retries: 1);
        await client.Messages.Create(Ask(), Cancel);
        Assert.Equal([529, 200], model.Record.Exchanges.Select(static exchange => exchange.Status));
    }

    [Fact]
    public async Task An_error_in_a_stream_is_an_error_of_the_client()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("one two three four five six");
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorInStream) { AfterTokens = 2 });
        using AnthropicClient client = Create(model);
        int deltas = 0;
        AnthropicSseException error = await Assert.ThrowsAsync<AnthropicSseException>(async () =>
        {
            await foreach (RawMessageStreamEvent item in client.Messages.CreateStreaming(Ask(), Cancel))
            {
                deltas += item.TryPickContentBlockDelta(out _) ? 1 : 0;
            }
        });
        Assert.Equal(2, deltas);
        Assert.Contains("overloaded_error", error.ToString(), StringComparison.Ordinal);
    }

    private static AnthropicClient Create(FakeModel model, string key = "any", int retries = 0) =>
        new(
            new ClientOptions
            {
                BaseUrl = model.BaseAddress.ToString(),
                ApiKey = key,
                MaxRetries = retries,
            }
        );

    private static MessageCreateParams Ask() =>
        new()
        {
            Model = "m",
            MaxTokens = 300,
            System = "Use the passages.",
            Messages = [new UserMessageParam { Content = "What is new?" }],
        };
}
