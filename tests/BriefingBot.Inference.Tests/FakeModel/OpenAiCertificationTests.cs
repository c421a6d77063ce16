using System.ClientModel;
using System.Text;
using System.Text.Json;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using OpenAI.Chat;
using OpenAI.Models;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class OpenAiCertificationTests
{
    private static readonly ChatMessage[] Ask = [new SystemChatMessage("Use the passages."), new UserChatMessage("What is new?")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_completion_has_text_finish_and_usage()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("The council approved a line [1].");
        ChatCompletion completion = await OpenAiClients
            .Create(model)
            .GetChatClient("m")
            .CompleteChatAsync(Ask, new ChatCompletionOptions { Temperature = 0.2f, MaxOutputTokenCount = 100 }, Cancel);
        Assert.Equal("The council approved a line [1].", completion.Content[0].Text);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal("m", completion.Model);
        Assert.Equal(9, completion.Usage.OutputTokenCount);
        Assert.True(completion.Usage.InputTokenCount > 5);
        ModelCall call = Assert.Single(model.Record.Calls);
        Assert.Equal("Use the passages.", call.System);
        Assert.Equal("What is new?", call.UserText);
        Assert.Equal(100, call.MaxTokens);
        Assert.Equal(0.2, call.Temperature!.Value, 3);
        Assert.False(call.IsStreamed);
    }

    [Fact]
    public async Task A_stream_has_the_same_text_in_pieces_then_its_finish_then_its_usage()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("“Nobody was in danger,” he said [12]. 🚢");
        StringBuilder text = new();
        ChatFinishReason? finish = null;
        ChatTokenUsage? usage = null;
        int updates = 0;
        ChatClient client = OpenAiClients.Create(model).GetChatClient("m");
        await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync(Ask, cancellationToken: Cancel))
        {
            updates++;
            text.Append(string.Concat(update.ContentUpdate.Select(static part => part.Text)));
            finish = update.FinishReason ?? finish;
            usage = update.Usage ?? usage;
        }

        Assert.Equal("“Nobody was in danger,” he said [12]. 🚢", text.ToString());
        Assert.True(updates > 10, $"{updates} updates");
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.Equal(model.Record.Exchanges[0].WrittenTokens, usage!.OutputTokenCount);
    }

    [Fact]
    public async Task The_limit_of_tokens_and_stop_texts_are_kept()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("one two three four five six");
        ChatClient client = OpenAiClients.Create(model).GetChatClient("m");
        ChatCompletion cut = await client.CompleteChatAsync(Ask, new ChatCompletionOptions { MaxOutputTokenCount = 3 }, Cancel);
        Assert.Equal(("one two three", ChatFinishReason.Length), (cut.Content[0].Text, cut.FinishReason));
        ChatCompletionOptions options = new();
        options.StopSequences.Add(" four");
        ChatCompletion stopped = await client.CompleteChatAsync(Ask, options, Cancel);
        Assert.Equal(("one two three", ChatFinishReason.Stop), (stopped.Content[0].Text, stopped.FinishReason));
    }

    [Fact]
    public async Task A_refusal_is_a_content_filter()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Faults.Add(ModelFaultKind.Refuses);
        ChatCompletion completion = await OpenAiClients.Create(model).GetChatClient("m").CompleteChatAsync(Ask, cancellationToken: Cancel);
        Assert.Equal(ChatFinishReason.ContentFilter, completion.FinishReason);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Error_statuses_reach_the_client_with_their_message(int status)
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = status });
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            OpenAiClients.Create(model).GetChatClient("m").CompleteChatAsync(Ask, cancellationToken: Cancel)
        );
        Assert.Equal(status, error.Status);
        Assert.Contains(status >= 500 ? "server_error" : "invalid_request_error", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task A_rate_limit_says_when_to_come_back_or_not(int? seconds)
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null });
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            OpenAiClients.Create(model).GetChatClient("m").CompleteChatAsync(Ask, cancellationToken: Cancel)
        );
        Assert.Equal(429, error.Status);
        error.GetRawResponse()!.Headers.TryGetValue("Retry-After", out string? header);
        Assert.Equal(seconds?.ToString(System.Globalization.CultureInfo.InvariantCulture), header);
        using JsonDocument body = JsonDocument.Parse(error.GetRawResponse()!.Content);
        Assert.Equal("rate_limit_exceeded", body.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_clients_own_retry_gets_through_a_rate_limit()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("Done.");
        model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.Zero });
        ChatCompletion completion = await OpenAiClients
            .Create(model, retries: 1)
            .GetChatClient("m")
            .CompleteChatAsync(Ask, cancellationToken: Cancel);
        Assert.Equal("Done.", completion.Content[0].Text);
        Assert.Equal([429, 200], model.Record.Exchanges.Select(static exchange => exchange.Status));
    }

    [Fact]
    public async Task A_wrong_key_is_401_and_stands_in_no_record()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "right" }, Cancel);
        model.Script = new FixedScript("Done.");
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            OpenAiClients.Create(model, "wrong-key").GetChatClient("m").CompleteChatAsync(Ask, cancellationToken: Cancel)
        );
        Assert.Equal(401, error.Status);
        ChatCompletion completion = await OpenAiClients
            .Create(model, "right")
            .GetChatClient("m")
            .CompleteChatAsync(Ask, cancellationToken: Cancel);
        Assert.Equal("Done.", completion.Content[0].Text);
        Assert.All(model.Record.Exchanges, static exchange => Assert.True(exchange.HasKey));
        Assert.DoesNotContain(
            "wrong-key",
            string.Join(' ', model.Record.Exchanges.SelectMany(static exchange => exchange.Headers.Values)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_model_is_404()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ModelNames = ["known"] }, Cancel);
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            OpenAiClients.Create(model).GetChatClient("other").CompleteChatAsync(Ask, cancellationToken: Cancel)
        );
        Assert.Equal(404, error.Status);
        Assert.Contains("model_not_found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_beyond_the_window_is_400()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ContextWindow = 5 }, Cancel);
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            OpenAiClients.Create(model).GetChatClient("m").CompleteChatAsync(Ask, cancellationToken: Cancel)
        );
        Assert.Contains("context_length_exceeded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_models_is_read()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ModelNames = ["a", "b"] }, Cancel);
        OpenAIModelCollection models = await OpenAiClients.Create(model).GetOpenAIModelClient().GetModelsAsync(Cancel);
        Assert.Equal(["a", "b"], models.Select(static item => item.Id));
    }
}
