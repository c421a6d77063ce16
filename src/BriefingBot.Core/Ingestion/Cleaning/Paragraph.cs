using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>A paragraph of a clean text.</summary>
/// <param name="Kind">What it is to the article.</param>
/// <param name="Text">One line without blanks at its ends.</param>
/// <param name="AfterBlank">True when an empty line stood before it in the source.</param>
internal sealed record Paragraph(PassageKind Kind, string Text, bool AfterBlank = true);
