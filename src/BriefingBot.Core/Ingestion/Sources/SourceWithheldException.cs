namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>An article that its own source keeps from readers: a draft, or one to be published later. The message says why.</summary>
internal sealed class SourceWithheldException(string message) : Exception(message);
