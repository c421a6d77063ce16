namespace BriefingBot.Inference.Encoders.Local;

/// <summary>How the vectors of tokens become the vector of a text.</summary>
internal enum Pooling
{
    /// <summary>The first token's vector.</summary>
    Cls = 0,

    /// <summary>The mean of all tokens' vectors.</summary>
    Mean = 1,

    /// <summary>The model gives one vector by itself.</summary>
    None = 2,
}
