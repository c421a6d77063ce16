namespace BriefingBot.Core.Corrections;

/// <summary>Up to where it was looked whether answers cite what has changed: what stands before it need not be read again.</summary>
/// <param name="Coverage">The state of the coverage, see <see cref="ICorrectionStore.GetCoverageStateAsync"/>.</param>
/// <param name="Answer">The store's own number of an answer. Later ones may cite what had changed before they were kept.</param>
public sealed record CorrectionCursor(long Coverage, long Answer)
{
    /// <summary>Nothing was looked at.</summary>
    public static CorrectionCursor None { get; } = new(-1, -1);
}
