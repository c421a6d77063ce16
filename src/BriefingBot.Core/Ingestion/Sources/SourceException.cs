namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// A source that holds no article; the message says in one line what was wrong and what to do. What is stored of it stays.
/// </summary>
public sealed class SourceException(string message) : Exception(message);
