namespace BriefingBot.Slack.Home;

/// <summary>member_joined_channel.</summary>
internal sealed record MemberJoined(string? User, string? Channel);
