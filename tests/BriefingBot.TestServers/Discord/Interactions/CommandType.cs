namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>Command types by Discord's numbers.</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
