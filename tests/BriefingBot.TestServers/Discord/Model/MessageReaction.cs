namespace BriefingBot.TestServers.Discord.Model;

/// <summary>One emoji of one user on a message.</summary>
public sealed record MessageReaction(string Emoji, FakeUser User);
