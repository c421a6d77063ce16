using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>Calls the Web API with what it is told, right or wrong.</summary>
internal sealed class RawClient(FakeSlackServer slack) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = slack.ApiAddress };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Calls with JSON and the bot token, and gives the body.</summary>
    public async Task<JsonObject> CallAsync(string method, JsonObject arguments) => (await SendAsync(method, arguments)).Body!;

    /// <summary>Calls a reading method with a query.</summary>
    public async Task<JsonObject> GetAsync(string method, string query)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"{method}?{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", slack.BotToken);
        return (await SendAsync(request)).Body!;
    }

    /// <summary>Calls with a form.</summary>
    public async Task<JsonObject> FormAsync(string method, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, method);
        request.Content = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        if (!fields.Any(static field => field.Name == "token"))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", slack.BotToken);
        }

        return (await SendAsync(request)).Body!;
    }

    /// <summary>Calls with JSON; an empty token sends none.</summary>
    public async Task<(HttpStatusCode Status, JsonObject? Body, TimeSpan? RetryAfter)> SendAsync(
        string method,
        JsonObject arguments,
        string? token = null,
        bool withCharset = true
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Post, method);
        request.Content = new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json");
        if (!withCharset)
        {
            request.Content.Headers.ContentType!.CharSet = null;
        }

        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? slack.BotToken);
        }

        return await SendAsync(request);
    }

    /// <summary>Posts JSON to a response_url, and gives the status and the text of the answer.</summary>
    public async Task<(HttpStatusCode Status, string Text)> RespondAsync(Uri responseUrl, JsonObject body)
    {
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.PostAsync(responseUrl, content, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<RawSocket> ConnectAsync()
    {
        (_, JsonObject? opened, _) = await SendAsync("apps.connections.open", [], slack.AppToken);
        return await RawSocket.OpenAsync(new Uri(opened!["url"]!.GetValue<string>()));
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, JsonObject? Body, TimeSpan? RetryAfter)> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null, response.Headers.RetryAfter?.Delta);
    }
}
