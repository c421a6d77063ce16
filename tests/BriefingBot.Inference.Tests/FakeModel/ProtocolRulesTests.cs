using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class ProtocolRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"a"}]}""", "model")]
    [InlineData("""{"model":"m"}""", "messages")]
    [InlineData("""{"model":"m","messages":[]}""", "messages")]
    [InlineData("""{"model":"m","messages":[{"role":"robot","content":"a"}]}""", "role")]
    [InlineData("""{"model":"m","messages":[{"role":"user"}]}""", "content")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"temperature":2.1}""", "temperature")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"max_tokens":0}""", "max_tokens")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"max_tokens":5,"max_completion_tokens":5}""", "max_tokens")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"stream_options":{"include_usage":true}}""", "stream_options")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"colour":"red"}""", "colour")]
    [InlineData("""{"model":""", "JSON")]
    public async Task Chat_completions_refuse_what_OpenAI_refuses(string body, string named)
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        (HttpStatusCode status, JsonElement error) = await PostAsync(model, "v1/chat/completions", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(named, error.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", error.GetProperty("error").GetProperty("type").GetString());
        Assert.Empty(model.Record.Calls);
        Assert.Equal(1, model.Record.Counters.Refused);
    }

    [Theory]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}]}""", "max_tokens")]
    [InlineData("""{"model":"m","max_tokens":5}""", "messages")]
    [InlineData("""{"model":"m","max_tokens":5,"messages":[{"role":"user","content":"a"}],"temperature":1.1}""", "temperature")]
    [InlineData("""{"model":"m","max_tokens":5,"messages":[{"role":"user","content":"a"}],"stop":["x"]}""", "stop")]
    public async Task Messages_refuse_what_Anthropic_refuses(string body, string named)
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        (HttpStatusCode status, JsonElement error) = await PostAsync(model, "v1/messages", body, ("anthropic-version", "2023-06-01"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Contains(named, error.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_want_a_version_and_the_key()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "right" }, Cancel);
        const string Body = """{"model":"m","max_tokens":5,"messages":[{"role":"user","content":"a"}]}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(model, "v1/messages", Body, ("x-api-key", "right"))).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await PostAsync(model, "v1/messages", Body, ("anthropic-version", "2023-06-01"))).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await PostAsync(model, "v1/messages", Body, ("x-api-key", "right"), ("anthropic-version", "2023-06-01"))).Status
        );
    }

    [Fact]
    public async Task Azures_addresses_want_their_version_and_take_their_key()
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "right" }, Cancel);
        model.Script = new FixedScript("Done.");
        const string Body = """{"messages":[{"role":"user","content":"a"}]}""";
        const string Path = "openai/deployments/news/chat/completions";
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(model, Path, Body, ("api-key", "right"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(model, $"{Path}?api-version=2024-10-21", Body)).Status);
        (HttpStatusCode status, JsonElement answer) = await PostAsync(model, $"{Path}?api-version=2024-10-21", Body, ("api-key", "right"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Done.", answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("news", Assert.Single(model.Record.Calls).Model);
    }

    [Fact]
    public async Task Scripts_and_faults_can_be_set_by_hand()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        using HttpClient http = new() { BaseAddress = model.BaseAddress };
        object script = new
        {
            name = "hallucinating",
            rate = 1,
            kinds = (string[])["NoCitation"],
        };
        Assert.True((await http.PostAsJsonAsync("_fake/script", script, Cancel)).IsSuccessStatusCode);
        Assert.True((await http.PostAsJsonAsync("_fake/fault", new { kind = "ErrorStatus", status = 500 }, Cancel)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("_fake/script", new { name = "poet" }, Cancel)).StatusCode);
        object message = new { role = "user", content = PromptText.Of("What will the ferry line cost?", PromptText.Ferry) };
        string body = JsonSerializer.Serialize(new { model = "m", messages = (object[])[message] });
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync(model, "v1/chat/completions", body)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(model, "v1/chat/completions", body)).Status);
        Assert.Equal(Hallucination.NoCitation, model.Record.Exchanges[1].Reply!.Sentences[0].Falsified);
        Assert.Contains("14 million", await http.GetStringAsync("_fake/exchanges", Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("v1/unknown", Cancel)).StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        FakeModel model,
        string path,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        using HttpClient http = new() { BaseAddress = model.BaseAddress };
        using HttpRequestMessage request = new(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage response = await http.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }
}
