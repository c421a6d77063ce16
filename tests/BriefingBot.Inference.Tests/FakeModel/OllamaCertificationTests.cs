using System.Text;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;
using OllamaSharp;
using OllamaSharp.Models;
using OllamaSharp.Models.Chat;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class OllamaCertificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_has_its_text_in_lines_and_its_counts_in_the_last()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("“Nobody was in danger,” he said [12].");
        using OllamaApiClient client = new(model.BaseAddress, "m");
        StringBuilder text = new();
        ChatDoneResponseStream? last = null;
        await foreach (var line in client.ChatAsync(Ask(stream: true), Cancel))
        {
            Assert.Null(last);
            text.Append(line!.Message.Content);
            last = line as ChatDoneResponseStream;
        }

        Assert.Equal("“Nobody was in danger,” he said [12].", text.ToString());
        Assert.Equal("stop", last!.DoneReason);
        var exchange = Assert.Single(model.Record.Exchanges);
        Assert.Equal((exchange.InputTokens, exchange.WrittenTokens), (last.PromptEvalCount, last.EvalCount));
        Assert.Equal(("Use the passages.", "What is new?"), (exchange.Call!.System, exchange.Call.UserText));
    }

    [Fact]
    public async Task A_whole_answer_is_one_object_and_a_limit_is_told_by_its_reason()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("one two three four five six");
        using OllamaApiClient client = new(model.BaseAddress, "m");
        var request = Ask(stream: false);
        request.Options = new RequestOptions { NumPredict = 3, Temperature = 0.5f };

        List<ChatResponseStream?> lines = [];
        await foreach (var line in client.ChatAsync(request, Cancel))
        {
            lines.Add(line);
        }

        var done = Assert.IsType<ChatDoneResponseStream>(Assert.Single(lines));
        Assert.Equal(("one two three", "length"), (done.Message.Content, done.DoneReason));
        Assert.Equal((3, 0.5), (model.Record.Calls[0].MaxTokens, model.Record.Calls[0].Temperature));
    }

    [Fact]
    public async Task What_is_longer_than_the_context_is_cut_at_its_beginning_without_a_word()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { OllamaContext = 10 }, Cancel);
        using OllamaApiClient client = new(model.BaseAddress, "m");
        ChatRequest request = new()
        {
            Messages =
            [
                new Message(ChatRole.System, "Be short."),
                new Message(ChatRole.User, "a b c d"),
                new Message(ChatRole.Assistant, "e"),
                new Message(ChatRole.User, "one two three four five six seven eight nine ten"),
            ],
        };

        await foreach (var _ in client.ChatAsync(request, Cancel)) { }
        request.Options = new RequestOptions { NumCtx = 100 };
        await foreach (var _ in client.ChatAsync(request, Cancel)) { }

        Assert.Equal(("Be short.", " four five six seven eight nine ten"), (model.Record.Calls[0].System, model.Record.Calls[0].UserText));
        Assert.Equal(3, model.Record.Calls[1].Messages.Count);
        Assert.StartsWith("one", model.Record.Calls[1].UserText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_models_and_wrong_options_are_refused_and_the_rest_is_passed_over()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ModelNames = ["m"] }, Cancel);
        using HttpClient http = new() { BaseAddress = model.BaseAddress };

        Assert.Equal((404, """{"error":"model 'other' not found"}"""), await SendAsync("""{"model":"other","messages":[]}"""));
        Assert.Equal((400, """{"error":"model is required"}"""), await SendAsync("""{"messages":[]}"""));
        Assert.Equal(
            (400, """{"error":"option \"num_ctx\" must be of type integer"}"""),
            await SendAsync("""{"model":"m","options":{"num_ctx":"8k"},"messages":[]}""")
        );
        Assert.Equal(
            (400, """{"error":"invalid role: robot"}"""),
            await SendAsync("""{"model":"m","messages":[{"role":"robot","content":"x"}]}""")
        );
        Assert.Equal(
            200,
            (await SendAsync("""{"model":"m","CustomHeaders":{},"options":{"odd":1},"messages":[{"role":"user","content":"x"}]}""")).Status
        );

        async Task<(int Status, string Body)> SendAsync(string body)
        {
            using StringContent content = new(body, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("/api/chat", UriKind.Relative), content, Cancel);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task The_client_finds_its_models_and_a_running_server()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ModelNames = ["llama3.1:8b"] }, Cancel);
        using OllamaApiClient client = new(model.BaseAddress, "llama3.1:8b");

        Assert.Equal("llama3.1:8b", Assert.Single(await client.ListLocalModelsAsync(Cancel)).Name);
        Assert.NotEmpty((await client.GetVersionAsync(Cancel))!);
        model.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 503 });
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in client.ChatAsync(Ask(stream: true), Cancel)) { }
        });
    }

    private static ChatRequest Ask(bool stream) =>
        new()
        {
            Stream = stream,
            Messages = [new Message(ChatRole.System, "Use the passages."), new Message(ChatRole.User, "What is new?")],
        };
}
