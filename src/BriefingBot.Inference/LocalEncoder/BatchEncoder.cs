using System.Buffers;
using System.Numerics.Tensors;
using BriefingBot.Inference.LocalEncoder.Tokenization;
using BriefingBot.Inference.LocalEncoder.Transformer;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>Encodes texts, one on the calling thread or many on many cores. Safe for concurrent use.</summary>
internal sealed class BatchEncoder(UnigramTokenizer tokenizer, ForwardPass pass, int maximumDegree)
{
    // Fewer tokens than this are done sooner on one core than other cores are woken.
    private const int TokensWorthSharing = 48;

    // Short texts share a batch until it has so many tokens, which keeps the kernels busy; a passage of full length is a batch by itself, so that
    // passages spread evenly over the cores.
    private const int BatchRows = 120;

    // With few texts the batches are smaller, so that every core has one, but not smaller than this.
    private const int SmallestBatchRows = 32;

    // How many texts are looked at together, so that the memory for their tokens stays small however many there are.
    private const int TextsAtOnce = 4096;

    private readonly WorkspacePool _workspaces = new();

    /// <summary>How many tokens a text has.</summary>
    public int CountTokens(ReadOnlySpan<char> text)
    {
        Workspace workspace = _workspaces.Rent();
        int count = tokenizer.Encode(text, [], workspace.Tokenizer);
        _workspaces.Return(workspace);
        return count;
    }

    /// <summary>Whether a text is likely to have too few tokens for more than one core.</summary>
    public static bool IsShort(string text) => text.Length < 4 * TokensWorthSharing;

    /// <summary>Encodes one text on the calling thread; an empty array when it is empty.</summary>
    public float[] Encode(string text)
    {
        var vector = new float[UseLiteShape.Width];
        return TryEncode(text, vector) ? vector : [];
    }

    /// <summary>Encodes one text on the calling thread.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vector">Takes 512 numbers.</param>
    /// <returns>False when the text is empty and has no vector.</returns>
    public bool TryEncode(ReadOnlySpan<char> text, Span<float> vector)
    {
        Workspace workspace = _workspaces.Rent();
        Span<ushort> tokens = stackalloc ushort[UseLiteShape.MaximumTokens];
        int count = Math.Min(tokenizer.Encode(text, tokens, workspace.Tokenizer), tokens.Length);
        if (count > 0)
        {
            workspace.Clear();
            workspace.Add(tokens[..count]);
            pass.Run(workspace, degree: 1);
            workspace.Result(0).CopyTo(vector);
        }

        _workspaces.Return(workspace);
        return count > 0;
    }

    /// <summary>Encodes all texts on all cores.</summary>
    /// <returns>A vector of its own for each text; an empty array for an empty one.</returns>
    public float[][] Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new float[texts.Count][];
        for (int first = 0; first < texts.Count; first += TextsAtOnce)
        {
            Encode(texts, first, Math.Min(TextsAtOnce, texts.Count - first), vectors, cancellationToken);
        }

        return vectors;
    }

    private void Encode(IReadOnlyList<string> texts, int first, int count, float[][] vectors, CancellationToken cancellationToken)
    {
        ushort[] tokens = ArrayPool<ushort>.Shared.Rent(count * UseLiteShape.MaximumTokens);
        int[] lengths = ArrayPool<int>.Shared.Rent(count);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = maximumDegree, CancellationToken = cancellationToken };
            Tokenize(texts, first, count, tokens, lengths, options);
            List<Range> batches = Plan(lengths.AsSpan(0, count));
            if (batches.Count == 1 && TensorPrimitives.Sum<int>(lengths.AsSpan(0, count)) >= TokensWorthSharing)
            {
                EncodeBatch(batches[0], first, tokens, lengths, vectors, maximumDegree);
            }
            else
            {
                Parallel.For(0, batches.Count, options, batch => EncodeBatch(batches[batch], first, tokens, lengths, vectors, degree: 1));
            }
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(tokens);
            ArrayPool<int>.Shared.Return(lengths);
        }
    }

    private void Tokenize(IReadOnlyList<string> texts, int first, int count, ushort[] tokens, int[] lengths, ParallelOptions options)
    {
        const int chunk = 64;
        Parallel.For(0, (count + chunk - 1) / chunk, options, part =>
        {
            Workspace workspace = _workspaces.Rent();
            for (int i = part * chunk; i < Math.Min(count, (part + 1) * chunk); i++)
            {
                Span<ushort> target = tokens.AsSpan(i * UseLiteShape.MaximumTokens, UseLiteShape.MaximumTokens);
                lengths[i] = Math.Min(tokenizer.Encode(texts[first + i], target, workspace.Tokenizer), UseLiteShape.MaximumTokens);
            }

            _workspaces.Return(workspace);
        });
    }

    private List<Range> Plan(ReadOnlySpan<int> lengths)
    {
        int limit = Math.Clamp((TensorPrimitives.Sum(lengths) + maximumDegree - 1) / maximumDegree, SmallestBatchRows, BatchRows);
        List<Range> batches = [];
        int start = 0;
        int rows = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            rows += lengths[i];
            if (rows >= limit)
            {
                batches.Add(start..(i + 1));
                start = i + 1;
                rows = 0;
            }
        }

        if (start < lengths.Length)
        {
            batches.Add(start..lengths.Length);
        }

        return batches;
    }

    private void EncodeBatch(Range batch, int first, ushort[] tokens, int[] lengths, float[][] vectors, int degree)
    {
        Workspace workspace = _workspaces.Rent();
        workspace.Clear();
        for (int i = batch.Start.Value; i < batch.End.Value; i++)
        {
            if (lengths[i] > 0)
            {
                workspace.Add(tokens.AsSpan(i * UseLiteShape.MaximumTokens, lengths[i]));
            }
        }

        if (workspace.Texts > 0)
        {
            pass.Run(workspace, degree);
        }

        int text = 0;
        for (int i = batch.Start.Value; i < batch.End.Value; i++)
        {
            vectors[first + i] = lengths[i] == 0 ? [] : workspace.Result(text++).ToArray();
        }

        _workspaces.Return(workspace);
    }
}
