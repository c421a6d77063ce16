using System.Runtime.CompilerServices;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Models;

/// <summary>Asks the model only while the <see cref="ProviderCircuit"/> lets it. Thread-safe.</summary>
/// <param name="inner">The model; throws <see cref="ModelException"/>.</param>
/// <param name="circuit">What it learns from.</param>
/// <param name="timeout">What an answer may take: a caller that waited for half of it without a word has met a failure.</param>
/// <param name="clock">The clock of that.</param>
/// <param name="logger">Told when the circuit opens and closes.</param>
internal sealed partial class CircuitChatClient(
    IChatClient inner,
    ProviderCircuit circuit,
    TimeSpan timeout,
    TimeProvider clock,
    ILogger logger
) : DelegatingChatClient(inner)
{
    private const double PatientShare = 0.5;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        bool isTrying = Enter();
        bool isSettled = false;
        long started = clock.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            isSettled = true;
            Succeed(isTrying);
            return response;
        }
        catch (ModelException exception)
        {
            isSettled = true;
            Learn(exception, isTrying);
            throw;
        }
        catch (OperationCanceledException)
        {
            isSettled = true;
            Leave(started, isTrying);
            throw;
        }
        finally
        {
            if (!isSettled)
            {
                circuit.Abandon(isTrying);
            }
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        bool isTrying = Enter();
        bool isSettled = false;
        long started = clock.GetTimestamp();
        var stream = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await stream.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (ModelException exception) when (!isSettled)
                {
                    isSettled = true;
                    Learn(exception, isTrying);
                    throw;
                }
                catch (OperationCanceledException) when (!isSettled)
                {
                    isSettled = true;
                    Leave(started, isTrying);
                    throw;
                }

                if (!isSettled && stream.Current.Text.Length > 0)
                {
                    // Whoever writes is there; what becomes of the rest is a matter of this answer alone.
                    isSettled = true;
                    Succeed(isTrying);
                }

                yield return stream.Current;
            }
        }
        finally
        {
            await stream.DisposeAsync();
            if (!isSettled)
            {
                circuit.Abandon(isTrying);
            }
        }
    }

    private bool Enter()
    {
        try
        {
            return circuit.Enter();
        }
        catch (ModelException exception)
        {
            Metrics.ModelSpared(exception.Reason.ToString());
            throw;
        }
    }

    private void Succeed(bool isTrying)
    {
        circuit.Succeed();
        if (isTrying)
        {
            LogRecovered(logger);
        }
    }

    private void Learn(ModelException failure, bool isTrying)
    {
        if (failure.Reason == ModelFallback.CutOff)
        {
            circuit.Abandon(isTrying);
        }
        else if (circuit.Fail(failure) is { } rest)
        {
            LogSpared(logger, failure.Message, rest.TotalSeconds);
        }
    }

    /// <summary>
    /// A caller whose time ran out while nothing came learnt that the provider hangs; one that left earlier learnt nothing.
    /// </summary>
    private void Leave(long started, bool isTrying)
    {
        var waited = clock.GetElapsedTime(started);
        if (waited >= timeout * PatientShare)
        {
            Learn(
                new ModelException($"The language model did not write a word within {waited.TotalSeconds:0} s.", ModelFallback.TimedOut),
                isTrying
            );
        }
        else
        {
            circuit.Abandon(isTrying);
        }
    }

    [LoggerMessage(
        EventIds.Inference,
        LogLevel.Warning,
        "{Failure} The model is not asked for {Seconds:F0} s; answers are extractive meanwhile"
    )]
    private static partial void LogSpared(ILogger logger, string failure, double seconds);

    [LoggerMessage(EventIds.Inference + 1, LogLevel.Information, "The language model answers again")]
    private static partial void LogRecovered(ILogger logger);
}
