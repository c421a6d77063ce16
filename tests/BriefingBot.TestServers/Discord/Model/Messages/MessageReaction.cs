namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>One emoji of one user on a message.</summary>
public sealed record MessageReaction(string Emoji, FakeUser User);
