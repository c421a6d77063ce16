using System.Diagnostics;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Inference.Providers;

/// <summary>The span and the metrics of one call; both end when it is disposed. Not thread-safe.</summary>
internal sealed class ProviderCall : IDisposable
{
    private const string Cancelled = "cancelled";

    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly Activity? _span;
    private TagList _tags;
    private (long? Input, long? Output) _used;
    private TimeSpan? _firstChunk;

    private ProviderCall(TimeProvider clock, Activity? span, TagList tags)
    {
        _clock = clock;
        _started = clock.GetTimestamp();
        _span = span;
        _tags = tags;
    }

    /// <summary>Begins a call.</summary>
    /// <param name="operation"><see cref="GenAi.Chat"/> or <see cref="GenAi.Embeddings"/>.</param>
    /// <param name="provider">Whose protocol.</param>
    /// <param name="model">The model as configured.</param>
    /// <param name="server">Where it is; null when that is not known.</param>
    /// <param name="clock">Measures.</param>
    public static ProviderCall Start(string operation, string provider, string model, Uri? server, TimeProvider clock)
    {
        TagList tags = new()
        {
            { GenAi.OperationName, operation },
            { GenAi.ProviderName, provider },
            { GenAi.RequestModel, model },
        };
        if (server is not null)
        {
            tags.Add(GenAi.ServerAddress, server.IdnHost);
            tags.Add(GenAi.ServerPort, server.Port);
        }

        return new ProviderCall(
            clock,
            Spans.Source.StartActivity($"{operation} {model}", ActivityKind.Client, parentContext: default, tags),
            tags
        );
    }

    /// <summary>Records an attribute of the span, where there is a value.</summary>
    public void Describe(string attribute, object? value)
    {
        if (value is not null)
        {
            _span?.SetTag(attribute, value);
        }
    }

    /// <summary>A piece of a stream has come; only the first counts.</summary>
    public void Receive() => _firstChunk ??= _clock.GetElapsedTime(_started);

    /// <summary>Who answered.</summary>
    public void Answer(string? model, string? id)
    {
        Describe(GenAi.ResponseModel, model);
        Describe(GenAi.ResponseId, id);
        if (model is not null)
        {
            _tags.Add(GenAi.ResponseModel, model);
        }
    }

    /// <summary>What it took; null where the provider did not say.</summary>
    public void Use(long? input, long? output)
    {
        Describe(GenAi.UsageInputTokens, input);
        Describe(GenAi.UsageOutputTokens, output);
        _used = (input, output);
    }

    /// <summary>It failed.</summary>
    public void Fail(Exception exception)
    {
        string type = TypeOf(exception);
        _tags.Add(GenAi.ErrorType, type);
        _span?.SetTag(GenAi.ErrorType, type);
        _span?.SetStatus(ActivityStatusCode.Error, type == Cancelled ? null : exception.Message);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        GenAiMetrics.Took(_clock.GetElapsedTime(_started), _tags);
        if (_firstChunk is { } first)
        {
            Describe(GenAi.ResponseTimeToFirstChunk, first.TotalSeconds);
            GenAiMetrics.Began(first, _tags);
        }

        if (_used.Input is { } input)
        {
            GenAiMetrics.Used(GenAi.InputTokens, input, _tags);
        }

        if (_used.Output is { } output)
        {
            GenAiMetrics.Used(GenAi.OutputTokens, output, _tags);
        }

        _span?.Dispose();
    }

    private static string TypeOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is ProviderStatusException { IsWebPage: false } status)
            {
                return status.Status.ToString();
            }
        }

        return exception switch
        {
            ModelException { Reason: ModelFallback.TimedOut } => "timeout",
            ModelException { Reason: ModelFallback.CutOff } => "cut_off",
            ModelException { Reason: ModelFallback.RateLimited } => "rate_limited",
            ModelException => "unavailable",
            OperationCanceledException => Cancelled,
            _ => exception.GetType().FullName!,
        };
    }
}
