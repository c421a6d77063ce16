using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.OpenAiCompatible;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Encoders.Server;

/// <summary>
/// An encoder behind <c>/v1/embeddings</c>. An index run waits out limits and outages for some minutes; a question gets one try within its
/// time, and none while the server is known to fail. Every failure is an <see cref="EncoderException"/>. Thread-safe.
/// </summary>
internal sealed partial class ServerEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>A batch takes longer than a question.</summary>
    private const int BatchPatience = 6;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly EncoderOptions _options;
    private readonly EncoderIdentity _identity;
    private readonly OpenAiEmbeddingClient _client;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly ProviderCircuit _circuit;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ProviderAddress _address;

    /// <param name="options">Checked options with the key in them.</param>
    /// <param name="clock">The clock of time limits and pauses.</param>
    /// <param name="logger">Told of pauses.</param>
    public ServerEncoder(EncoderOptions options, TimeProvider clock, ILogger<ServerEncoder> logger)
    {
        (_options, _clock, _logger) = (options, clock, logger);
        _identity = KnownEncoders.IdentityOf(options);
        _address = EncoderKey.Address(options);
        _client = new OpenAiEmbeddingClient(_address, options.Model!, options.ApiKey, _identity, options.Shorten, clock);
        _metadata = new EmbeddingGeneratorMetadata("openai", _address.Endpoint, options.Model, _identity.Dimensions);
        _circuit = new ProviderCircuit(clock);
        if (_address.IsOpenToReaders)
        {
            LogOpenToReaders(_address.Name);
        }
    }

    /// <summary>The pauses of an index run between its tries; together a little over two minutes.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [.. ((int[])[1, 2, 4, 8, 15, 30, 60]).Select(static seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>So many of them for a server that cannot be reached at all: it may be starting, but hardly for minutes.</summary>
    private const int PausesForStart = 4;

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        bool isIndexing = EncodingPurpose.IsForPassages(options);
        string prefix = isIndexing ? _options.PassagePrefix ?? "" : _options.QuestionPrefix ?? "";
        string[] texts = [.. values];
        float[][] vectors = [.. texts.Select(static _ => Array.Empty<float>())];

        // Blank texts have no vector, and servers refuse them.
        int[] wanted = [.. Enumerable.Range(0, texts.Length).Where(i => !string.IsNullOrWhiteSpace(texts[i]))];
        foreach (int[] batch in wanted.Chunk(_options.BatchSize))
        {
            string[] sent = [.. batch.Select(i => prefix + texts[i])];
            float[][] made = isIndexing ? await IndexAsync(sent, cancellationToken) : await AskAsync(sent, cancellationToken);
            for (int i = 0; i < batch.Length; i++)
            {
                vectors[batch[i]] = made[i];
            }
        }

        return new GeneratedEmbeddings<Embedding<float>>(
            vectors.Select(vector => new Embedding<float>(vector) { ModelId = _options.Model })
        );
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EncoderIdentity) ? _identity
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        bool isTrying = false;
        try
        {
            isTrying = _circuit.Enter();
            float[][] vectors = await SendAsync(texts, TimeSpan.FromSeconds(_options.Timeout), cancellationToken);
            _circuit.Succeed();
            return vectors;
        }
        catch (ModelException exception)
        {
            if (exception.InnerException is not ModelException)
            {
                _circuit.Fail(exception);
                LogWordsOnly(exception.Message);
            }

            throw new EncoderException(exception.Message, exception);
        }
        catch (Exception)
        {
            // Whatever it is goes on to the caller; the circuit only learns that the trial is over.
            _circuit.Abandon(isTrying);
            throw;
        }
    }

    private async Task<float[][]> IndexAsync(string[] texts, CancellationToken cancellationToken)
    {
        for (int tries = 0; ; tries++)
        {
            ModelException failure;
            try
            {
                float[][] vectors = await SendAsync(texts, TimeSpan.FromSeconds(_options.Timeout) * BatchPatience, cancellationToken);
                _circuit.Succeed();
                return vectors;
            }
            catch (ModelException exception)
            {
                failure = exception;
            }

            int pauses = failure.InnerException
                is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
                ? PausesForStart
                : Pauses.Count;
            if (tries >= pauses || !MayPass(failure))
            {
                throw new EncoderException($"{failure.Message} What was indexed until now stays: index again when it works.", failure);
            }

            var pause = failure.RetryAfter is { } asked && asked > Pauses[tries] ? asked : Pauses[tries];
            pause = pause < LongestWait ? pause : LongestWait;
            var rest = Task.Delay(pause, _clock, cancellationToken);
            LogWaiting(failure.Message, pause.TotalSeconds, tries + 1, pauses);
            await rest;
        }
    }

    /// <summary>One request within its time.</summary>
    /// <exception cref="ModelException">The server failed.</exception>
    private async Task<float[][]> SendAsync(string[] texts, TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource overdue = new(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            return await _client.EmbedAsync(texts, either.Token);
        }
        catch (Exception exception) when (exception is not EncoderException)
        {
            // The official client throws its own exceptions, those of HTTP and of JSON; each is told as one failure.
            cancellationToken.ThrowIfCancellationRequested();
            ProviderFailures failures = new(
                $"The encoder at {_address.Name}",
                EncoderOptions.Section,
                _options.Model!,
                _options.ApiKey,
                EncoderKey.NamedVariable(_options),
                limit
            );
            throw either.IsCancellationRequested ? failures.TimedOut(exception) : failures.Explain(exception);
        }
    }

    /// <summary>Whether waiting may help: not when the server refuses for good.</summary>
    private static bool MayPass(ModelException failure) =>
        failure switch
        {
            { InnerException: ProviderStatusException { Error.Code: "insufficient_quota" } or ProviderStatusException { Status: 402 } } =>
                false,
            { Reason: ModelFallback.RateLimited or ModelFallback.TimedOut } => true,
            { InnerException: ProviderStatusException { IsWebPage: false, Status: var status } } => status >= 500,
            { InnerException: HttpRequestException } => true,
            { InnerException: IOException } => true,
            _ => false,
        };

    [LoggerMessage(EventIds.Inference + 20, LogLevel.Warning, "{Failure} Trying again in {Seconds:F0} s ({Try} of {Tries})")]
    private partial void LogWaiting(string failure, double seconds, int @try, int tries);

    [LoggerMessage(EventIds.Inference + 22, LogLevel.Warning, "{Failure} Questions are searched by words only meanwhile")]
    private partial void LogWordsOnly(string failure);

    [LoggerMessage(
        EventIds.Inference + 21,
        LogLevel.Warning,
        "Encoder:BaseUrl leads to {Address} without TLS: the key, questions and articles can be read on their way. Use https://"
    )]
    private partial void LogOpenToReaders(string address);
}
