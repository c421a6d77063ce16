using BriefingBot.Inference.Models;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.Inference.OpenAiCompatible;

/// <summary>
/// OpenAI's chat completions by the official client and its adapter. Without retries and time limit of its own; throws what the client and
/// <see cref="ProviderHandler"/> throw. Thread-safe.
/// </summary>
internal sealed class OpenAiChat : DelegatingChatClient
{
    private readonly HttpClient _http;
    private readonly ModelQuirks _quirks;
    private readonly ChatClientMetadata _metadata;

    private OpenAiChat(HttpClient http, ModelQuirks quirks, ChatClientMetadata metadata, IChatClient inner)
        : base(inner) => (_http, _quirks, _metadata) = (http, quirks, metadata);

    /// <summary>Makes one. The caller disposes it.</summary>
    /// <param name="address">Where the provider is.</param>
    /// <param name="model">The model's name, on Azure the deployment's.</param>
    /// <param name="key">The key; null sends none.</param>
    /// <param name="quirks">What the model does not take.</param>
    /// <param name="clock">The clock of <c>Retry-After</c>.</param>
    public static OpenAiChat Create(ProviderAddress address, string model, string? key, ModelQuirks quirks, TimeProvider clock)
    {
        var http = ProviderHttp.Create(address, clock);
#pragma warning disable OPENAI001 // Marked experimental; the other constructors take no server without a key, nor Azure's header.
        ChatClient chat = new(model, OpenAiCredentials.For(address, key), OpenAiCredentials.Options(address, http));
#pragma warning restore OPENAI001
        return new OpenAiChat(
            http,
            quirks,
            new ChatClientMetadata(address.IsAzure ? "azure.ai.openai" : "openai", address.Endpoint, model),
            chat.AsIChatClient()
        );
    }

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetResponseAsync(messages, WithLimitByName(options), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetStreamingResponseAsync(messages, WithLimitByName(options), cancellationToken);

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? _metadata : base.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _http.Dispose();
        }
    }

    private ChatOptions? WithLimitByName(ChatOptions? options)
    {
        if (options?.MaxOutputTokens is not { } limit || !_quirks.UsesMaxTokens)
        {
            return options;
        }

        var named = options.Clone();
        named.MaxOutputTokens = null;
        named.RawRepresentationFactory = _ =>
        {
            ChatCompletionOptions request = new();
#pragma warning disable SCME0001 // Marked experimental; the only way to send the limit under the name that servers know.
            request.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
            return request;
        };
        return named;
    }
}
