using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>A slash command, a click on a button, or a command on a message.</summary>
internal sealed record Interaction
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public int Type { get; init; }

    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a server.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, in a direct message.</summary>
    public User? User { get; init; }

    /// <summary>Good for three seconds, and for fifteen minutes once deferred. A secret.</summary>
    public string Token
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>For a click: the message that has the button.</summary>
    public Message? Message { get; init; }

    /// <summary>Who did it, wherever it was.</summary>
    public User? Author => Member?.User ?? User;
}
