namespace BriefingBot.Core.Chat.Settings;

/// <summary>Where an answer in a channel goes. The numbers are stored: never renumber.</summary>
public enum ReplyStyle
{
    /// <summary>Where the platform's people expect it: a reply on Discord, the thread on Slack.</summary>
    Reply = 0,

    /// <summary>Into a thread that starts from the question.</summary>
    Thread = 1,
}
