namespace BriefingBot.Core.Briefings;

/// <summary>The latest coverage.</summary>
/// <param name="Entries">One a story, newest first, undated last; may be empty.</param>
/// <param name="Digest">What it comes to, when a model writes it and there is more than one story; else null.</param>
public sealed record Briefing(IReadOnlyList<BriefingEntry> Entries, Digest? Digest);
