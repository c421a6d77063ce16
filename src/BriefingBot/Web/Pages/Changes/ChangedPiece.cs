namespace BriefingBot.Web.Pages.Changes;

/// <summary>Words of a paragraph.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsChanged">The other revision does not have them there.</param>
public sealed record ChangedPiece(string Text, bool IsChanged);
