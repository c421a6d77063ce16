namespace BriefingBot.TestServers.Discord.Model;

/// <summary>Permission bits that the fake looks at.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    AddReactions = 1UL << 6,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,

    /// <summary>What @everyone has in a new guild.</summary>
    Everyone =
        AddReactions
        | ViewChannel
        | SendMessages
        | EmbedLinks
        | AttachFiles
        | ReadMessageHistory
        | UseApplicationCommands
        | CreatePublicThreads
        | SendMessagesInThreads,

    /// <summary>What the invite link of a question-answering bot asks for (309237730368).</summary>
    BotInvite = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | AddReactions | CreatePublicThreads | SendMessagesInThreads,
}
