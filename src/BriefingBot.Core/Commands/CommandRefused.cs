namespace BriefingBot.Core.Commands;

/// <summary>It may not be done, or not like this. Shown to the caller alone.</summary>
/// <param name="Reason">One plain line: why, and what to do.</param>
public sealed record CommandRefused(string Reason) : CommandResult;
