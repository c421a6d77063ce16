namespace BriefingBot.Core.Commands.Help;

/// <summary>How to use the bot.</summary>
/// <param name="Introduction">Plain lines.</param>
/// <param name="Entries">What the caller may use.</param>
public sealed record HelpResult(IReadOnlyList<string> Introduction, IReadOnlyList<HelpEntry> Entries) : CommandResult;
