using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>A paragraph of a clean text, or a part of one that is something else to the article.</summary>
/// <param name="Kind">What it is to the article.</param>
/// <param name="Text">One line without blanks at its ends.</param>
/// <param name="AfterBlank">True when an empty line stood before it in the source.</param>
/// <param name="GoesOn">True when it stands in one line with what is before it: a sentence behind its dateline.</param>
internal sealed record Paragraph(PassageKind Kind, string Text, bool AfterBlank = true, bool GoesOn = false);
