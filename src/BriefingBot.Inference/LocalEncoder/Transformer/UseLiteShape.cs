namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>The extents of the model.</summary>
internal static class UseLiteShape
{
    /// <summary>Rows of the embedding table: 8,000 pieces and two that are never used.</summary>
    public const int EmbeddingRows = 8002;

    /// <summary>The length of a token's embedding.</summary>
    public const int EmbeddingWidth = 256;

    /// <summary>The length of a token's row from the first layer on, and of the result.</summary>
    public const int Width = 512;

    /// <summary>The length of a row inside the feed-forward parts, and of queries, keys and values side by side.</summary>
    public const int ForwardWidth = 1536;

    /// <summary>Attention heads of a layer.</summary>
    public const int Heads = 4;

    /// <summary>Tokens beyond these are not read.</summary>
    public const int MaximumTokens = 128;
}
