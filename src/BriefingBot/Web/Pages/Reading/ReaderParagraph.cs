using BriefingBot.Core.Coverage;

namespace BriefingBot.Web.Pages.Reading;

/// <summary>A paragraph of the reader.</summary>
/// <param name="Kind">The kind of its first passage.</param>
/// <param name="Passages">Its passages in reading order.</param>
public sealed record ReaderParagraph(PassageKind Kind, IReadOnlyList<ReaderPassage> Passages);
