using System.Runtime.CompilerServices;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// Asks the configured model: text as it is written, inside the time that the call has, every use counted and recorded. Thread-safe.
/// </summary>
public sealed partial class ModelStream(
    IChatClient chat,
    IModelUsageLog usage,
    IOptions<ModelOptions> options,
    TimeProvider clock,
    ILogger<ModelStream> logger
)
{
    private static readonly TimeSpan RecordLimit = TimeSpan.FromSeconds(5);

    /// <summary>The model's name as configured.</summary>
    public string Model => options.Value.Model ?? "";

    /// <summary>Asks; <paramref name="result"/> is filled in when the text is over, also when it broke.</summary>
    /// <exception cref="ModelException">It failed, or did not end in time. What was given before stands.</exception>
    public async IAsyncEnumerable<string> WriteAsync(
        ModelCall call,
        ModelCallResult result,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        long started = clock.GetTimestamp();
        using CancellationTokenSource overdue = new(call.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        var updates = chat.GetStreamingResponseAsync(Messages(call), Settings(call), either.Token).GetAsyncEnumerator(either.Token);
        UsageDetails used = new();
        var failure = ModelFallback.Unavailable;
        int written = 0;
        try
        {
            while (true)
            {
                ChatResponseUpdate update;
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        break;
                    }

                    update = updates.Current;
                }
                catch (OperationCanceledException exception)
                    when (overdue.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    failure = ModelFallback.TimedOut;
                    throw new ModelException(
                        $"The model did not finish within {call.Limit.TotalSeconds:0.#} s; give it more time with "
                            + $"Model:Timeout, or use a faster one.",
                        failure,
                        inner: exception
                    );
                }
                catch (ModelException exception)
                {
                    failure = exception.Reason;
                    throw;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // A client that is not ours may throw anything; the extractive answer takes the place of the model's.
                    throw new ModelException($"The model could not be used: {exception.Message}", failure, inner: exception);
                }

                foreach (var details in update.Contents.OfType<UsageContent>())
                {
                    used.Add(details.Details);
                }

                if (update.Text is { Length: > 0 } text)
                {
                    written += text.Length;
                    yield return text;
                }
            }

            failure = ModelFallback.None;
        }
        finally
        {
            await updates.DisposeAsync();
            result.Use = UseOf(call, used, written, clock.GetElapsedTime(started));
            await RecordAsync(call, result.Use, failure, cancellationToken);
        }
    }

    private static ChatMessage[] Messages(ModelCall call) =>
        [new(ChatRole.System, call.Prompt.System), new(ChatRole.User, call.Prompt.User)];

    private ChatOptions Settings(ModelCall call) =>
        new()
        {
            ModelId = options.Value.Model,
            Temperature = call.Prompt.Temperature,
            MaxOutputTokens = call.MaxOutputTokens,
        };

    private ModelUse UseOf(ModelCall call, UsageDetails used, int written, TimeSpan duration)
    {
        int input = (int)(used.InputTokenCount ?? TokenEstimate.Of(call.Prompt.System) + TokenEstimate.Of(call.Prompt.User));
        int output = (int)(used.OutputTokenCount ?? Math.Ceiling(written / 3.5));
        decimal? cost = options.Value.Prices.TryGetValue(Model, out var price)
            ? ((input * price.Input) + (output * price.Output)) / 1_000_000m
            : null;
        return new ModelUse(options.Value.Provider.ToString().ToLowerInvariant(), Model, call.Prompt.Tag, input, output, cost, duration);
    }

    private async Task RecordAsync(ModelCall call, ModelUse use, ModelFallback failure, CancellationToken cancellationToken)
    {
        AnswerMetrics.ModelUsed(call.Purpose, use);
        using CancellationTokenSource limit = new(RecordLimit, clock);
        try
        {
            // Tokens that were paid for are counted, whoever has stopped waiting.
            await usage.RecordAsync(
                new ModelUsageEntry(clock.GetUtcNow(), call.Asker, call.Purpose, use, failure),
                cancellationToken.IsCancellationRequested ? limit.Token : cancellationToken
            );
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException)
        {
            LogNotRecorded(call.Purpose, exception.Message);
        }
    }

    [LoggerMessage(
        EventIds.Answering + 10,
        LogLevel.Warning,
        "The use of the model for {Purpose} could not be recorded and does not count towards the limits: {Reason}"
    )]
    private partial void LogNotRecorded(ModelPurpose purpose, string reason);
}
