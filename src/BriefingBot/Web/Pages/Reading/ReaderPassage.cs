namespace BriefingBot.Web.Pages.Reading;

/// <summary>The part of a passage inside one paragraph, or the white space between two.</summary>
/// <param name="Anchor">The fragment that links name; null where the passage does not begin here.</param>
/// <param name="Pieces">Its text.</param>
public sealed record ReaderPassage(string? Anchor, IReadOnlyList<ReaderPiece> Pieces);
