using BriefingBot.Core.Intake;

namespace BriefingBot.Documents;

/// <summary>All sources: what <c>sources list --json</c> prints.</summary>
/// <param name="Sources">Those of the settings first.</param>
internal sealed record SourceListDocument(IReadOnlyList<SourceDocumentEntry> Sources)
{
    public static SourceListDocument From(IReadOnlyList<SourceEntry> entries) => new([.. entries.Select(SourceDocumentEntry.From)]);
}
