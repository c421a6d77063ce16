namespace BriefingBot.Core.Retrieval.Store;

/// <summary>What storing an article came to.</summary>
public enum SaveOutcome
{
    /// <summary>The article was not known, or had been withdrawn.</summary>
    Added,

    /// <summary>Its content changed: a new revision.</summary>
    Revised,

    /// <summary>Same content; only vectors, periods or the fingerprint were renewed. No new revision.</summary>
    Refreshed,
}
