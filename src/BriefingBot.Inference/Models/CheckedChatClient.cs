using System.Runtime.CompilerServices;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Models;

/// <summary>
/// Makes a provider's client keep our rules: the configured limits of tokens and of time, one quick retry before the first token, no answer
/// without a proper end, and only <see cref="ModelException"/> as a failure. What a stream gave before its failure stays valid.
/// </summary>
internal sealed class CheckedChatClient(
    IChatClient inner,
    ModelOptions settings,
    ProviderFailures failures,
    ModelQuirks quirks,
    TimeProvider clock
) : DelegatingChatClient(inner)
{
    /// <summary>A second try is made only when the first failed within this share of the time that an answer may take.</summary>
    private const double RetryShare = 0.25;

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ChatMessage[] all = [.. messages];
        using CancellationTokenSource overdue = new(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        var response = await TryAsync(limits => base.GetResponseAsync(all, limits, either.Token), options, either.Token, cancellationToken);
        Check(response.FinishReason, hasText: !string.IsNullOrWhiteSpace(response.Text), Limit(options));
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ChatMessage[] all = [.. messages];
        using CancellationTokenSource overdue = new(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        var (stream, hasNext) = await TryAsync(limits => BeginAsync(all, limits, either.Token), options, either.Token, cancellationToken);
        await using (stream)
        {
            ChatFinishReason? finish = null;
            bool hasText = false;
            while (hasNext)
            {
                var update = stream.Current;
                finish = update.FinishReason ?? finish;
                hasText = hasText || !string.IsNullOrWhiteSpace(update.Text);
                yield return update;
                hasNext = await MoveNextAsync(stream, either.Token, cancellationToken);
            }

            if (finish is null && either.IsCancellationRequested)
            {
                // Ollama's client ends a stream that is cancelled as if it were complete.
                throw Explain(new OperationCanceledException(either.Token), either.Token, cancellationToken);
            }

            Check(finish, hasText, Limit(options));
        }
    }

    private TimeSpan Timeout => TimeSpan.FromSeconds(settings.Timeout);

    private async Task<(IAsyncEnumerator<ChatResponseUpdate> Stream, bool HasFirst)> BeginAsync(
        ChatMessage[] messages,
        ChatOptions limits,
        CancellationToken cancellationToken
    )
    {
        var stream = base.GetStreamingResponseAsync(messages, limits, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (stream, await stream.MoveNextAsync());
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> stream, CancellationToken either, CancellationToken caller)
    {
        try
        {
            return await stream.MoveNextAsync();
        }
        catch (Exception exception)
        {
            // The official clients throw what they like; nothing but a ModelException leaves here.
            throw Explain(exception, either, caller);
        }
    }

    private async Task<T> TryAsync<T>(
        Func<ChatOptions, Task<T>> call,
        ChatOptions? options,
        CancellationToken either,
        CancellationToken caller
    )
    {
        long started = clock.GetTimestamp();
        bool mayRetry = true;
        while (true)
        {
            try
            {
                return await call(WithLimits(options));
            }
            catch (Exception exception)
            {
                // The official clients throw what they like; nothing but a ModelException leaves here.
                if (!either.IsCancellationRequested && quirks.Learn(exception))
                {
                    continue;
                }

                if (
                    either.IsCancellationRequested
                    || !mayRetry
                    || !IsPassing(exception)
                    || clock.GetElapsedTime(started) > Timeout * RetryShare
                )
                {
                    throw Explain(exception, either, caller);
                }
            }

            mayRetry = false;
            await Task.Delay(RetryPause, clock, caller);
        }
    }

    /// <summary>
    /// The caller left, the time is over, or the provider failed: whatever the client made of the first two is nothing but that.
    /// </summary>
    private Exception Explain(Exception exception, CancellationToken either, CancellationToken caller) =>
        caller.IsCancellationRequested ? new OperationCanceledException("The call was cancelled.", exception, caller)
        : either.IsCancellationRequested ? failures.TimedOut(exception)
        : failures.Explain(exception);

    private int Limit(ChatOptions? request) => request?.MaxOutputTokens ?? settings.MaxOutputTokens;

    private ChatOptions WithLimits(ChatOptions? request)
    {
        var limits = request?.Clone() ?? new ChatOptions();
        limits.MaxOutputTokens = Limit(request);
        if (quirks.OmitsTemperature)
        {
            limits.Temperature = null;
        }

        return limits;
    }

    /// <summary>Dropped connections and overloads that do not say when to come back.</summary>
    private static bool IsPassing(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ProviderStatusException { RetryAfter: null, IsWebPage: false, Status: 408 or 500 or 502 or 503 or 529 }:
                case HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown }:
                    return true;
            }
        }

        return false;
    }

    private void Check(ChatFinishReason? finish, bool hasText, int limit)
    {
        if (finish == ChatFinishReason.Length)
        {
            throw failures.Truncated(limit);
        }

        if (finish == ChatFinishReason.ContentFilter)
        {
            throw failures.Filtered(hasText);
        }

        if (finish is null)
        {
            throw failures.EndedEarly();
        }

        if (!hasText)
        {
            throw failures.Empty();
        }
    }
}
