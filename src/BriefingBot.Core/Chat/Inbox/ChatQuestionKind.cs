namespace BriefingBot.Core.Chat.Inbox;

/// <summary>How a question came. The numbers are stored: never renumber.</summary>
public enum ChatQuestionKind
{
    /// <summary>The bot was mentioned in a channel or a thread.</summary>
    Mention = 0,

    /// <summary>A reply to a message of the bot.</summary>
    Reply = 1,

    /// <summary>A message to the bot alone.</summary>
    Direct = 2,

    /// <summary>
    /// A message in a thread without a mention. It counts only when it looks like a question, the bot takes part in the thread and the
    /// channel's settings allow it.
    /// </summary>
    FollowUp = 3,

    /// <summary>A slash command.</summary>
    Slash = 4,

    /// <summary>A command on a message: what does the coverage say about it?</summary>
    Shortcut = 5,

    /// <summary>Nobody asked: what the bot says by itself, a <see cref="Delivery.Announcement"/>.</summary>
    Announcement = 6,
}
