namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>A source that cannot become an article. The message is the one line that the report shows.</summary>
internal sealed class SourceException(string message) : Exception(message);
