using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Tokenization;

namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>The memory of one forward pass at a time: up to <see cref="MaximumRows"/> tokens of whole texts.</summary>
internal sealed class Workspace
{
    /// <summary>The most tokens in one pass.</summary>
    public const int MaximumRows = 256;

    /// <summary>The tokens of the texts, one text after the other.</summary>
    public ushort[] Tokens { get; } = new ushort[MaximumRows];

    /// <summary>How many tokens each text has; at least 1.</summary>
    public int[] Lengths { get; } = new int[MaximumRows];

    /// <summary>How many texts there are.</summary>
    public int Texts { get; set; }

    /// <summary>How many tokens all texts have.</summary>
    public int Rows { get; set; }

    /// <summary>The tokenizer's own.</summary>
    public TokenizerScratch Tokenizer { get; } = new();

    /// <summary>Embedded tokens, [rows, 256].</summary>
    public AlignedBuffer Embedded { get; } = new(MaximumRows * UseLiteShape.EmbeddingWidth);

    /// <summary>The rows that the layers add to, [rows, 512].</summary>
    public AlignedBuffer Hidden { get; } = new(MaximumRows * UseLiteShape.Width);

    /// <summary>Normalized rows, joined heads or pooled texts, [rows, at most 512].</summary>
    public AlignedBuffer Narrow { get; } = new(MaximumRows * UseLiteShape.Width);

    /// <summary>Queries, keys and values, or the inner rows of a feed-forward part, [rows, at most 1536]; in the end the results, [texts, 512].</summary>
    public AlignedBuffer Wide { get; } = new(MaximumRows * UseLiteShape.ForwardWidth);

    /// <summary>The left-hand side of the product under way.</summary>
    public AlignedBuffer Packed { get; } = new(Packing.PackedLength(MaximumRows, UseLiteShape.ForwardWidth));

    /// <summary>What attention needs, for each head.</summary>
    public AttentionScratch[] Heads { get; } = [.. Enumerable.Range(0, UseLiteShape.Heads).Select(static _ => new AttentionScratch())];

    /// <summary>The result of a text after a pass.</summary>
    public ReadOnlySpan<float> Result(int text) => Wide.Slice(text * UseLiteShape.Width, UseLiteShape.Width);

    /// <summary>Forgets the texts of the last pass.</summary>
    public void Clear() => (Texts, Rows) = (0, 0);

    /// <summary>Adds a text of 1 to 128 tokens; the caller sees to it that there is room.</summary>
    public void Add(ReadOnlySpan<ushort> tokens)
    {
        tokens.CopyTo(Tokens.AsSpan(Rows));
        Lengths[Texts++] = tokens.Length;
        Rows += tokens.Length;
    }
}
