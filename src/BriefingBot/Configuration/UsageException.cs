namespace BriefingBot.Configuration;

/// <summary>Wrong usage or configuration: exit code 2. The message names the value and the fix.</summary>
internal sealed class UsageException(string message) : Exception(message);
