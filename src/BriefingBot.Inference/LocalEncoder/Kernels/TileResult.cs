namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>What becomes of a finished tile of a matrix product.</summary>
internal enum TileResult
{
    /// <summary>The target takes the product.</summary>
    Store,

    /// <summary>The target takes the product where it is positive, 0 elsewhere.</summary>
    StoreRectified,

    /// <summary>The product is added to what the target holds.</summary>
    Add,
}
