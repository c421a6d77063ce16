namespace BriefingBot.Web.Pages.Changes;

/// <summary>A paragraph in both revisions; empty on the side that does not have it.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="IsChanged">Not the same on both sides.</param>
public sealed record ChangedRow(IReadOnlyList<ChangedPiece> Before, IReadOnlyList<ChangedPiece> After, bool IsChanged);
