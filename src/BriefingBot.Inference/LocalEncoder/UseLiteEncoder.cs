using System.Text.Json;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Tokenization;
using BriefingBot.Inference.LocalEncoder.Transformer;
using BriefingBot.Inference.LocalEncoder.Weights;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>
/// The Universal Sentence Encoder Lite (English) in this process: a vector of 512 numbers and unit length for a text, of which the first
/// <see cref="MaximumTokens"/> tokens (about 95 words) are read. Safe for concurrent use; the weights are read-only.
/// </summary>
public sealed class UseLiteEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>What is read of a text; the rest has no influence on its vector.</summary>
    public const int MaximumTokens = UseLiteShape.MaximumTokens;

    private readonly EmbeddingGeneratorMetadata _metadata = new("local", providerUri: null, Identity.Name, Identity.Dimensions);
    private BatchEncoder? _encoder;

    private UseLiteEncoder(BatchEncoder encoder) => _encoder = encoder;

    /// <summary>The model and its version; other weights or another tokenizer would be another name.</summary>
    public static EncoderIdentity Identity { get; } = new("use-lite-en/0.2.0", UseLiteShape.Width);

    private BatchEncoder Encoder => _encoder ?? throw new ObjectDisposedException(nameof(UseLiteEncoder));

    /// <summary>Reads vocabulary and weights (28 MB).</summary>
    /// <param name="options">Where from, and how many cores to use.</param>
    /// <exception cref="ArgumentException">An option cannot work.</exception>
    /// <exception cref="LocalEncoderException">The model is missing or damaged, or the runtime lacks Unicode normalization.</exception>
    public static UseLiteEncoder Load(LocalEncoderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Load(options, MatrixKernel.Best);
    }

    /// <summary>Counts the tokens of a text, those beyond <see cref="MaximumTokens"/> included.</summary>
    public int CountTokens(ReadOnlySpan<char> text) => Encoder.CountTokens(text);

    /// <summary>Encodes one text on the calling thread, without allocating anything once it has run a few times.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="vector">Takes the 512 numbers.</param>
    /// <returns>False for empty text, which has no vector; <paramref name="vector"/> is untouched then.</returns>
    /// <exception cref="ArgumentException"><paramref name="vector"/> is shorter than 512.</exception>
    public bool TryEncode(ReadOnlySpan<char> text, Span<float> vector) =>
        vector.Length < UseLiteShape.Width
            ? throw new ArgumentException($"A vector takes {UseLiteShape.Width} numbers.", nameof(vector))
            : Encoder.TryEncode(text, vector);

    /// <summary>Encodes many texts, on the calling thread and up to <see cref="LocalEncoderOptions.MaxDegreeOfParallelism"/> - 1 others.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <returns>A vector for each text, in their order; an empty array for an empty text.</returns>
    public float[][] Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Encoder.Encode(texts, cancellationToken);
    }

    /// <summary>
    /// Encodes the texts. A single short one is done on the calling thread before this returns; anything else uses up to
    /// <see cref="LocalEncoderOptions.MaxDegreeOfParallelism"/> cores.
    /// </summary>
    /// <param name="values">The texts. An empty one gets an empty vector.</param>
    /// <param name="options">Only <see cref="EmbeddingGenerationOptions.Dimensions"/> matters: null or 512.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <returns>An embedding for each text, in their order; the memory of each is its own.</returns>
    /// <exception cref="NotSupportedException">Other dimensions were asked for.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is int dimensions && dimensions != UseLiteShape.Width)
        {
            throw new NotSupportedException($"{Identity.Name} makes vectors of {UseLiteShape.Width} numbers, not of {dimensions}.");
        }

        BatchEncoder encoder = Encoder;
        IReadOnlyList<string> texts = values as IReadOnlyList<string> ?? [.. values];
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<GeneratedEmbeddings<Embedding<float>>>(cancellationToken);
        }

        return texts.Count == 1 && BatchEncoder.IsShort(texts[0])
            ? Task.FromResult(ToEmbeddings([encoder.Encode(texts[0])]))
            : Task.Run(() => ToEmbeddings(encoder.Encode(texts, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EncoderIdentity) ? Identity
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Lets go of the weights. Calls that are under way end well, later ones are refused.</summary>
    public void Dispose() => _encoder = null;

    /// <summary>The same with a kernel of the caller's choice.</summary>
    internal static UseLiteEncoder Load(LocalEncoderOptions options, MatrixKernel kernel)
    {
        if (new LocalEncoderOptionsValidator().Validate(name: null, options) is { Failed: true } invalid)
        {
            throw new ArgumentException(invalid.FailureMessage, nameof(options));
        }

        string directory = Path.GetFullPath(options.ModelDirectory, AppContext.BaseDirectory);
        UnigramTokenizer? tokenizer = null;
        UseLiteWeights? weights = null;
        try
        {
            Parallel.Invoke(
                () => weights = ReadWeights(directory),
                () => tokenizer = ReadTokenizer(directory),
                () => WarmUp.Run(kernel));
        }
        catch (AggregateException exception) when (Explain(exception, directory) is { } message)
        {
            throw new LocalEncoderException(message, exception);
        }

        var encoder = new BatchEncoder(tokenizer!, new ForwardPass(weights!, kernel), options.MaxDegreeOfParallelism);
        return KnownVector.IsGivenBy(encoder)
            ? new UseLiteEncoder(encoder)
            : throw new LocalEncoderException(
                Refusal(directory, "a known text does not get its known vector, so the vocabulary is not the published one or this processor computes wrong."));
    }

    private static UseLiteWeights ReadWeights(string directory)
    {
        using var shards = new ShardedWeights(directory);
        return new UseLiteWeightsReader(shards).Read();
    }

    private static UnigramTokenizer ReadTokenizer(string directory)
    {
        TextNormalizer.RequireUnicodeNormalization();
        return new UnigramTokenizer(VocabularyFile.Read(Path.Combine(directory, "vocab.json")));
    }

    private static GeneratedEmbeddings<Embedding<float>> ToEmbeddings(float[][] vectors) =>
        new(vectors.Select(static vector => new Embedding<float>(vector) { ModelId = Identity.Name }));

    private static string? Explain(AggregateException exception, string directory)
    {
        IReadOnlyList<Exception> causes = exception.Flatten().InnerExceptions;
        if (causes.OfType<LocalEncoderException>().FirstOrDefault() is { } known)
        {
            return known.Message;
        }

        return causes.Select(Describe).FirstOrDefault(static cause => cause is not null) is { } cause
            ? Refusal(directory, cause)
            : null;
    }

    private static string Refusal(string directory, string cause) =>
        $"The local encoder's model in {directory} cannot be used: {cause} Build the project again with Node.js 20 or later installed, "
        + "or let ModelDirectory name a folder with a whole copy.";

    private static string? Describe(Exception exception) => exception switch
    {
        FileNotFoundException missing => $"{Path.GetFileName(missing.FileName)} is missing.",
        DirectoryNotFoundException => "there is no such folder.",
        IOException or UnauthorizedAccessException or InvalidDataException or JsonException => $"{exception.Message.TrimEnd('.')}.",
        _ => null,
    };
}
