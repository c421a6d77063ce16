namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>Message types by Discord's numbers.</summary>
public enum MessageType
{
    Default = 0,
    ThreadCreated = 18,
    Reply = 19,
    ChatInputCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
}
