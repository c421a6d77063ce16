using System.Collections.Concurrent;
using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Onnx;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Encoders.Local;

/// <summary>
/// A sentence encoder in this process, on ONNX Runtime: one text a run, so that a vector depends on its text alone, and one run a core. Of
/// a text only the first tokens are read, as many as the model takes. Thread-safe.
/// </summary>
internal sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>A single text below this length is done sooner here than handed to another thread.</summary>
    private const int ShortText = 400;

    private readonly EncoderFolder _folder;
    private readonly EncoderDescription _description;
    private readonly OnnxModel _model;
    private readonly TextTokenizer _tokenizer;
    private readonly int _degree;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly ConcurrentBag<TokenBuffers> _buffers = [];
    private bool _isDisposed;

    private OnnxEncoder(EncoderFolder folder, OnnxModel model, TextTokenizer tokenizer, int degree)
    {
        (_folder, _description, _model, _tokenizer, _degree) = (folder, folder.Description, model, tokenizer, degree);
        _metadata = new EmbeddingGeneratorMetadata("local", providerUri: null, folder.Identity.Name, folder.Identity.Dimensions);
    }

    /// <summary>Loads model and vocabulary.</summary>
    /// <param name="folder">The folder of both.</param>
    /// <param name="degree">How many cores one call may use.</param>
    /// <exception cref="LocalModelException">The model cannot be used, or is not what its description says.</exception>
    public static OnnxEncoder Load(EncoderFolder folder, int degree)
    {
        var description = folder.Description;
        var tokenizer = TextTokenizer.Read(folder.Path, description.Lowercase);
        var model = OnnxModel.Open(folder.ModelPath, description.Output, description.Sha256);
        int rank = description.Pooling == Pooling.None ? 2 : 3;
        if (model.Shape.Count != rank || (model.Shape[^1] > 0 && model.Shape[^1] != description.Dimensions))
        {
            string shape = string.Join(" x ", model.Shape.Select(dimension => dimension < 0 ? "any" : $"{dimension}"));
            model.Dispose();
            throw new LocalModelException(
                $"{folder.ModelPath} gives {shape} numbers, which is not what {EncoderDescriptionFile.FileName} says: "
                    + $"correct 'dimensions', 'pooling' or 'output' there."
            );
        }

        return new OnnxEncoder(folder, model, tokenizer, degree);
    }

    /// <summary>
    /// Encodes the texts, as questions or as passages (see <see cref="EncodingPurpose"/>). A single short one is done on the calling thread
    /// before this returns.
    /// </summary>
    /// <param name="values">The texts. A blank one gets an empty vector.</param>
    /// <param name="options">What the texts are; <see cref="EmbeddingGenerationOptions.Dimensions"/> may only be what they are
    /// anyway.</param>
    /// <param name="cancellationToken">Ends it between two texts.</param>
    /// <returns>An embedding for each text, in their order; the memory of each is its own.</returns>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (options?.Dimensions is { } dimensions && dimensions != _description.Dimensions)
        {
            throw new NotSupportedException(
                $"{_folder.Identity.Name} makes vectors of {_description.Dimensions} numbers, not of {dimensions}."
            );
        }

        string prefix = EncodingPurpose.IsForPassages(options) ? _description.PassagePrefix : _description.QuestionPrefix;
        IReadOnlyList<string> texts = values as IReadOnlyList<string> ?? [.. values];
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<GeneratedEmbeddings<Embedding<float>>>(cancellationToken)
            : texts is [{ Length: < ShortText } text] ? Task.FromResult(ToEmbeddings([Encode(prefix, text)]))
            : Task.Run(() => ToEmbeddings(EncodeAll(prefix, texts, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EncoderIdentity) ? _folder.Identity
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Lets go of the model. No call may be under way.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _model.Dispose();
        }
    }

    private float[][] EncodeAll(string prefix, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new float[texts.Count][];
        ParallelOptions options = new() { MaxDegreeOfParallelism = _degree, CancellationToken = cancellationToken };
        Parallel.For(0, texts.Count, options, i => vectors[i] = Encode(prefix, texts[i]));
        return vectors;
    }

    private float[] Encode(string prefix, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        if (!_buffers.TryTake(out var buffers))
        {
            buffers = new TokenBuffers(_description.MaxTokens);
        }

        _tokenizer.Encode(prefix + text, buffers, _description.MaxTokens);
        float[] vector = _model.Run(buffers, Pool);
        _buffers.Add(buffers);
        if (_description.Normalize && TensorPrimitives.Norm<float>(vector) is > 0 and var norm)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        return vector;
    }

    private float[] Pool(ReadOnlySpan<float> output, int tokens)
    {
        int width = _description.Dimensions;
        if (_description.Pooling != Pooling.Mean)
        {
            return output[..width].ToArray();
        }

        float[] sum = new float[width];
        for (int i = 0; i < tokens; i++)
        {
            TensorPrimitives.Add(sum, output.Slice(i * width, width), sum);
        }

        TensorPrimitives.Divide(sum, tokens, sum);
        return sum;
    }

    private GeneratedEmbeddings<Embedding<float>> ToEmbeddings(float[][] vectors) =>
        new(vectors.Select(vector => new Embedding<float>(vector) { ModelId = _folder.Identity.Name }));
}
