namespace BriefingBot.Slack;

/// <summary>Something that was found out about the bot on Slack.</summary>
/// <param name="IsFine">As it should be.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do; null when there is nothing to do.</param>
public sealed record SlackFinding(bool IsFine, string Detail, string? Advice = null);
