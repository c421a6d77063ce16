namespace BriefingBot.Core.Ingestion;

/// <summary>A coverage path that does not exist or holds nothing; nothing was changed. The message names the path and what to do.</summary>
public sealed class CoverageNotFoundException(string message) : Exception(message);
