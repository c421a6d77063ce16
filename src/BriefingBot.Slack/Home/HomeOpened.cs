namespace BriefingBot.Slack.Home;

/// <summary>app_home_opened.</summary>
/// <param name="User">Who opened it.</param>
/// <param name="Channel">The direct messages with that person.</param>
/// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
internal sealed record HomeOpened(string? User, string? Channel, string? Tab);
