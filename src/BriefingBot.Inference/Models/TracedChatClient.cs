using System.Runtime.CompilerServices;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Models;

/// <summary>Gives every call of the model a span and its metrics. The texts stay out of both. Thread-safe.</summary>
/// <param name="inner">The model; throws <see cref="ModelException"/>.</param>
/// <param name="quirks">What is not sent although it was asked for.</param>
/// <param name="maxOutputTokens">The limit where a request sets none.</param>
/// <param name="clock">Measures.</param>
internal sealed class TracedChatClient(IChatClient inner, ModelQuirks quirks, int maxOutputTokens, TimeProvider clock)
    : DelegatingChatClient(inner)
{
    private readonly ChatClientMetadata _metadata = inner.GetService<ChatClientMetadata>() ?? new ChatClientMetadata();

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var call = Start(options, isStreamed: false);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            call.Answer(response.ModelId, response.ResponseId);
            call.Describe(GenAi.ResponseFinishReasons, Reasons(response.FinishReason));
            call.Use(response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount);
            return response;
        }
        catch (Exception exception)
        {
            // Whatever it is goes on to the caller; the span and the metrics only record it.
            call.Fail(exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var call = Start(options, isStreamed: true);
        UsageDetails used = new();
        string? model = null;
        string? id = null;
        ChatFinishReason? finish = null;
        var stream = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(stream, call))
            {
                var update = stream.Current;
                if (update.Text.Length > 0)
                {
                    call.Receive();
                }

                model ??= update.ModelId;
                id ??= update.ResponseId;
                finish = update.FinishReason ?? finish;
                foreach (var usage in update.Contents.OfType<UsageContent>())
                {
                    used.Add(usage.Details);
                }

                yield return update;
            }
        }
        finally
        {
            await stream.DisposeAsync();
            call.Answer(model, id);
            call.Describe(GenAi.ResponseFinishReasons, Reasons(finish));
            call.Use(used.InputTokenCount, used.OutputTokenCount);
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> stream, ProviderCall call)
    {
        try
        {
            return await stream.MoveNextAsync();
        }
        catch (Exception exception)
        {
            // Whatever it is goes on to the caller; the span and the metrics only record it.
            call.Fail(exception);
            throw;
        }
    }

    private ProviderCall Start(ChatOptions? options, bool isStreamed)
    {
        var call = ProviderCall.Start(
            GenAi.Chat,
            _metadata.ProviderName ?? "",
            _metadata.DefaultModelId ?? "",
            _metadata.ProviderUri,
            clock
        );
        call.Describe(GenAi.RequestMaxTokens, options?.MaxOutputTokens ?? maxOutputTokens);
        call.Describe(
            GenAi.RequestTemperature,
            !quirks.OmitsTemperature && options?.Temperature is { } temperature ? Math.Round((double)temperature, 6) : null
        );
        call.Describe(GenAi.RequestStream, isStreamed ? true : null);
        return call;
    }

    private static string[]? Reasons(ChatFinishReason? reason) => reason is { } known ? [known.Value] : null;
}
