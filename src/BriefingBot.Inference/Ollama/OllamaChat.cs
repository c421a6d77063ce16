using System.Net.Http.Headers;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;

namespace BriefingBot.Inference.Ollama;

/// <summary>
/// Ollama's own chat by its .NET client. Over its OpenAI-compatible address the length of a model's context cannot be set, and what is
/// longer is cut without a word; here each request says it. Thread-safe.
/// </summary>
internal sealed class OllamaChat : DelegatingChatClient
{
    private readonly HttpClient _http;
    private readonly int _contextTokens;

    private OllamaChat(HttpClient http, IChatClient inner, int contextTokens)
        : base(inner) => (_http, _contextTokens) = (http, contextTokens);

    /// <summary>Makes one, without retries and time limit of its own. The caller disposes it.</summary>
    /// <param name="address">Where the server is.</param>
    /// <param name="model">The model's name as <c>ollama list</c> shows it.</param>
    /// <param name="key">The key that a proxy or a hosted server wants; null sends none.</param>
    /// <param name="contextTokens">What the model must be able to read and write together (<c>num_ctx</c>).</param>
    /// <param name="clock">The clock of <c>Retry-After</c>.</param>
    public static OllamaChat Create(ProviderAddress address, string model, string? key, int contextTokens, TimeProvider clock)
    {
        var http = ProviderHttp.Create(address, clock);
        // The client appends its paths to the address, which drops the last part of one that has no slash at its end.
        http.BaseAddress = new Uri(address.Endpoint.AbsoluteUri.TrimEnd('/') + "/");
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return new OllamaChat(http, new OllamaApiClient(http, model), contextTokens);
    }

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetResponseAsync(messages, WithContext(options), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetStreamingResponseAsync(messages, WithContext(options), cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _http.Dispose();
        }
    }

    private ChatOptions WithContext(ChatOptions? options) =>
        (options?.Clone() ?? new ChatOptions()).AddOllamaOption(OllamaOption.NumCtx, _contextTokens);
}
