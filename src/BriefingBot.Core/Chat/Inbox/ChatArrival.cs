namespace BriefingBot.Core.Chat.Inbox;

/// <summary>What became of a question that an adapter handed over.</summary>
public enum ChatArrival
{
    /// <summary>Journaled; it will be answered, also after a crash. Acknowledge it now.</summary>
    Accepted,

    /// <summary>Journaled before: it was delivered twice. Acknowledge it and do nothing.</summary>
    Known,

    /// <summary>
    /// Not for the bot: a message in a thread that it takes no part in, or that needs a mention, or a mention where it is switched off and
    /// its author knows.
    /// </summary>
    Ignored,
}
