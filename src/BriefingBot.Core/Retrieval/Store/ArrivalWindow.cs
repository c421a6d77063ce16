namespace BriefingBot.Core.Retrieval.Store;

/// <summary>Articles by the order in which the store first got them.</summary>
/// <param name="After">The last one that is not meant; 0: from the first on.</param>
/// <param name="UpTo">The last one that is meant.</param>
public readonly record struct ArrivalWindow(long After, long UpTo)
{
    /// <summary>Nothing came.</summary>
    public bool IsEmpty => UpTo <= After;
}
