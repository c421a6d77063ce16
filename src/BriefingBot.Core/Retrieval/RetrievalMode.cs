namespace BriefingBot.Core.Retrieval;

/// <summary>Which searches a retrieval uses; the single ones exist to be measured against.</summary>
public enum RetrievalMode
{
    /// <summary>Words and vectors, fused and reranked.</summary>
    Hybrid,

    /// <summary>The word search alone, in its own order. Similarities are still told, for abstention.</summary>
    Lexical,

    /// <summary>The vector search alone, in its own order.</summary>
    Vector,
}
