namespace BriefingBot.Web.Pages.Reading;

/// <summary>A stretch of text that is marked throughout or not at all.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsMarked">True inside the cited quote.</param>
/// <param name="OpensMark">True for the first piece of the quote.</param>
public sealed record ReaderPiece(string Text, bool IsMarked, bool OpensMark);
