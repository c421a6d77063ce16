namespace BriefingBot.Core.Commands.Help;

/// <summary>One thing that the bot can do. The adapter puts its own prefix before the usage ("/", "/briefing ").</summary>
/// <param name="Usage">The command with its arguments: <c>latest [topic] [count]</c>.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="IsAdminOnly">Only for admins.</param>
public sealed record HelpEntry(string Usage, string Description, bool IsAdminOnly);
