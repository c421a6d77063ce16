namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A reaction of one user.</summary>
public sealed record MessageReaction(string Name, FakeUser User);
