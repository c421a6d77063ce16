namespace BriefingBot.Inference.Onnx;

/// <summary>The tokens of one text, or of a pair of texts, as models read them; reused from text to text.</summary>
/// <param name="capacity">The most tokens.</param>
internal sealed class TokenBuffers(int capacity)
{
    /// <summary>How many tokens are in it.</summary>
    public int Count { get; set; }

    /// <summary>The numbers of the tokens.</summary>
    public long[] Ids { get; } = new long[capacity];

    /// <summary>1 for each token.</summary>
    public long[] Mask { get; } = new long[capacity];

    /// <summary>0 for tokens of the first text, 1 for those of the second.</summary>
    public long[] Types { get; } = new long[capacity];
}
