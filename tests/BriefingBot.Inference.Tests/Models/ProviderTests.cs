using BriefingBot.Core.Answering.Models;
using BriefingBot.TestServers.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Models;

public sealed class ProviderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task A_whole_answer_has_text_finish_usage_and_identity(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider, options => options.MaxOutputTokens = 321);

        var response = await bot.Client.GetResponseAsync(ModelHarness.Ask, new ChatOptions { Temperature = 0.25f }, Cancel);

        Assert.Equal(ModelHarness.Words, response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("m", response.ModelId);
        Assert.NotEmpty(response.ResponseId!);
        var exchange = Assert.Single(bot.Model.Record.Exchanges);
        Assert.Equal(
            (exchange.InputTokens, exchange.WrittenTokens),
            ((int)response.Usage!.InputTokenCount!, (int)response.Usage.OutputTokenCount!)
        );
        var call = exchange.Call!;
        Assert.Equal(("Use the passages.", "What is new?", 321), (call.System, call.UserText, call.MaxTokens));
        Assert.Equal(provider == ModelProvider.Anthropic ? null : 0.25, call.Temperature);
        Assert.False(call.IsStreamed);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task A_stream_has_the_same_text_in_pieces_its_finish_and_its_usage(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider);

        List<ChatResponseUpdate> updates = [];
        await foreach (
            var update in bot.Client.GetStreamingResponseAsync(
                ModelHarness.Ask,
                new ChatOptions { Temperature = 0.25f, MaxOutputTokens = 99 },
                Cancel
            )
        )
        {
            updates.Add(update);
        }

        Assert.True(updates.Count(static update => update.Text.Length > 0) >= 6, $"{updates.Count} updates");
        var response = updates.ToChatResponse();
        Assert.Equal(ModelHarness.Words, response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("m", response.ModelId);
        var exchange = Assert.Single(bot.Model.Record.Exchanges);
        Assert.Equal(
            (exchange.InputTokens, exchange.WrittenTokens),
            ((int)response.Usage!.InputTokenCount!, (int)response.Usage.OutputTokenCount!)
        );
        Assert.Equal(99, exchange.Call!.MaxTokens);
        Assert.True(exchange.Call.IsStreamed);
    }

    [Fact]
    public async Task A_deployment_of_Azure_gets_its_version_and_its_key_in_their_places()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = ModelHarness.Key }, Cancel);
        string address = $"{model.BaseAddress}openai/deployments/writer?api-version=2024-10-21";
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, options => options.BaseUrl = address);

        var response = await bot.AnswerAsync();

        Assert.NotEmpty(response.Text);
        var exchange = Assert.Single(model.Record.Exchanges);
        Assert.Equal("/openai/deployments/writer/chat/completions?api-version=2024-10-21", exchange.Path);
        Assert.Equal("writer", exchange.Call!.Model);
        Assert.True(exchange.HasKey);
    }

    [Fact]
    public async Task A_server_without_keys_gets_none()
    {
        await using var bot = await ModelHarness.StartAsync(
            ModelProvider.OpenAI,
            static options => options.ApiKey = null,
            server: new FakeModelOptions()
        );

        await bot.AnswerAsync();

        Assert.False(Assert.Single(bot.Model.Record.Exchanges).HasKey);
    }

    [Fact]
    public async Task Ollama_is_told_how_much_it_must_be_able_to_read_and_reads_all_of_it()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.Ollama, static options => options.ContextTokens = 6000);
        string passages = string.Join(' ', Enumerable.Repeat("word", 6000));
        ChatMessage[] messages = [new(ChatRole.System, "Use the passages."), new(ChatRole.User, $"First. {passages}")];

        await bot.Client.GetResponseAsync(messages, cancellationToken: Cancel);
        await bot.Client.GetResponseAsync(messages, new ChatOptions { MaxOutputTokens = 60 }, Cancel);

        Assert.All(bot.Model.Record.Calls, static call => Assert.StartsWith("First.", call.UserText, StringComparison.Ordinal));
        // The same for each call, whatever its limit: for another length Ollama loads the model anew.
        Assert.All(bot.Model.Record.Exchanges, static exchange => Assert.Equal(12_288, (int?)exchange.Body!["options"]!["num_ctx"]));
    }

    [Theory]
    [InlineData("", "/api/chat")]
    [InlineData("models/ollama", "/models/ollama/api/chat")]
    [InlineData("models/ollama/", "/models/ollama/api/chat")]
    public async Task Ollama_is_asked_below_the_path_of_its_address(string path, string expected)
    {
        string? asked = null;
        await using var server = await OddServer.StartAsync(
            (context, _, _) =>
            {
                asked = context.Request.Path;
                return context.Response.WriteAsJsonAsync(
                    new
                    {
                        model = "m",
                        message = new { role = "assistant", content = ModelHarness.Words },
                        done = true,
                        done_reason = "stop",
                    },
                    context.RequestAborted
                );
            }
        );
        await using var bot = await ModelHarness.StartAsync(
            ModelProvider.Ollama,
            options => options.BaseUrl = new Uri(server.Address, path).ToString()
        );

        Assert.Equal(ModelHarness.Words, (await bot.AnswerAsync()).Text);
        Assert.Equal(expected, asked);
    }

    [Fact]
    public async Task Compatible_servers_get_the_limit_under_the_name_that_they_know()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);

        await bot.AnswerAsync();

        var body = Assert.Single(bot.Model.Record.Exchanges).Body!;
        Assert.Equal(700, (int?)body["max_tokens"]);
        Assert.Null(body["max_completion_tokens"]);
    }
}
