namespace BriefingBot.Core.Commands;

/// <summary>Something broke. Shown to the caller alone.</summary>
/// <param name="Text">One plain line with the reference id that the log has too.</param>
public sealed record CommandFailed(string Text) : CommandResult;
