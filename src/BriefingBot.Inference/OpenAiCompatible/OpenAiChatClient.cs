using System.Runtime.CompilerServices;
using BriefingBot.Inference.Models;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.Inference.OpenAiCompatible;

/// <summary>
/// OpenAI's chat completions by the official client: text in, text out. Without retries and time limit of its own; throws what the client and <see cref="ProviderHandler"/> throw.
/// Thread-safe.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly HttpClient _http;
    private readonly ChatClient _chat;
    private readonly ModelQuirks _quirks;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes one.</summary>
    /// <param name="address">Where the provider is.</param>
    /// <param name="model">The model's name, on Azure the deployment's.</param>
    /// <param name="key">The key; null sends none.</param>
    /// <param name="quirks">What the model does not take.</param>
    /// <param name="clock">The clock of <c>Retry-After</c>.</param>
    public OpenAiChatClient(ProviderAddress address, string model, string? key, ModelQuirks quirks, TimeProvider clock)
    {
        _http = ProviderHttp.Create(address, clock);
#pragma warning disable OPENAI001 // Marked experimental; the other constructors take no server without a key, and Azure's header not at all.
        _chat = new ChatClient(model, OpenAiCredentials.For(address, key), OpenAiCredentials.Options(address, _http));
#pragma warning restore OPENAI001
        _quirks = quirks;
        _metadata = new ChatClientMetadata(address.IsAzure ? "azure.ai.openai" : "openai", address.Endpoint, model);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await _chat.CompleteChatAsync(messages.Select(ToMessage), ToOptions(options), cancellationToken);
        string text = string.Concat(completion.Content.Select(static part => part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text) { MessageId = completion.Id })
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = ToReason(completion.FinishReason),
            Usage = ToUsage(completion.Usage),
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _chat.CompleteChatStreamingAsync(messages.Select(ToMessage), ToOptions(options), cancellationToken))
        {
            ChatResponseUpdate next = new(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(static part => part.Text)))
            {
                ResponseId = update.CompletionId,
                MessageId = update.CompletionId,
                ModelId = update.Model,
                CreatedAt = update.CreatedAt,
                FinishReason = update.FinishReason is { } reason ? ToReason(reason) : null,
            };
            if (ToUsage(update.Usage) is { } usage)
            {
                next.Contents.Add(new UsageContent(usage));
            }

            yield return next;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static OpenAI.Chat.ChatMessage ToMessage(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text);

    private ChatCompletionOptions ToOptions(ChatOptions? options)
    {
        ChatCompletionOptions request = new() { Temperature = options?.Temperature, TopP = options?.TopP };
        foreach (string stop in options?.StopSequences ?? [])
        {
            request.StopSequences.Add(stop);
        }

        if (options?.MaxOutputTokens is { } limit && _quirks.UsesMaxTokens)
        {
#pragma warning disable SCME0001 // Marked experimental; the client's only way to send the limit under the name that compatible servers know.
            request.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
        }
        else
        {
            request.MaxOutputTokenCount = options?.MaxOutputTokens;
        }

        return request;
    }

    private static ChatFinishReason ToReason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    private static UsageDetails? ToUsage(ChatTokenUsage? usage) => usage is null
        ? null
        : new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };
}
