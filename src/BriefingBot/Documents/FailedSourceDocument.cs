namespace BriefingBot.Documents;

/// <summary>A source that could not be read.</summary>
/// <param name="Source">The file, or file and line.</param>
/// <param name="Reason">What was wrong and what to do.</param>
internal sealed record FailedSourceDocument(string Source, string Reason);
