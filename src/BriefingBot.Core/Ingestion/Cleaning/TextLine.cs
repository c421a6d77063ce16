namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>A line of a source, trimmed, its blanks normalised.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="AfterBlank">True when an empty line stood before it, or nothing.</param>
internal readonly record struct TextLine(string Text, bool AfterBlank);
