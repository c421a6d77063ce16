using Anthropic;
using Anthropic.Core;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Anthropic;

/// <summary>Anthropic's messages by the official client and its own adapter.</summary>
internal sealed class AnthropicChat : DelegatingChatClient
{
    /// <summary>The client wants one; callers have their own, which holds while a stream is read too.</summary>
    private static readonly TimeSpan NoTimeLimit = TimeSpan.FromHours(1);

    private readonly HttpClient _http;
    private readonly AnthropicClient _client;

    private AnthropicChat(HttpClient http, AnthropicClient client, IChatClient inner)
        : base(inner) => (_http, _client) = (http, client);

    /// <summary>
    /// Makes one. Without retries, time limit and telemetry of its own; nothing is taken from the environment. The caller disposes it.
    /// </summary>
    /// <param name="address">Where the provider is.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="key">The key.</param>
    /// <param name="maxOutputTokens">The limit where a request sets none; the protocol wants one.</param>
    /// <param name="clock">The clock of <c>Retry-After</c>.</param>
    public static AnthropicChat Create(ProviderAddress address, string model, string? key, int maxOutputTokens, TimeProvider clock)
    {
        var http = ProviderHttp.Create(address, clock);
        AnthropicClient client = new(
            new ClientOptions
            {
                ApiKey = key,
                BaseUrl = address.Endpoint.ToString(),
                HttpClient = http,
                MaxRetries = 0,
                OpenTelemetry = false,
                Timeout = NoTimeLimit,
            }
        );
        return new AnthropicChat(http, client, client.AsIChatClient(model, maxOutputTokens));
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) && base.GetService(serviceType) is ChatClientMetadata metadata
            ? new ChatClientMetadata("anthropic", metadata.ProviderUri, metadata.DefaultModelId)
            : base.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _client.Dispose();
            _http.Dispose();
        }
    }
}
