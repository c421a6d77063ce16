namespace BriefingBot.Core.Briefings;

/// <summary>The latest coverage.</summary>
/// <param name="Entries">One a story, newest first, then undated ones, then those whose date has not come; may be empty.</param>
/// <param name="Digest">What it comes to, when a model writes it and there is more than one story; else null.</param>
public sealed record Briefing(IReadOnlyList<BriefingEntry> Entries, Digest? Digest)
{
    /// <summary>Is there more behind these entries?</summary>
    public bool HasMore { get; init; }
}
