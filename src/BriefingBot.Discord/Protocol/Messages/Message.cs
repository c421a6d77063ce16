using System.Text.Json.Serialization;
using BriefingBot.Discord.Protocol.Guilds;

namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A message object, as far as it is read. Absent lists are empty.</summary>
internal sealed record Message
{
    public Snowflake Id { get; init; }

    public int Type { get; init; }

    public Snowflake ChannelId { get; init; }

    /// <summary>Absent in direct messages, and in everything that REST returns.</summary>
    public Snowflake? GuildId { get; init; }

    public User? Author { get; init; }

    public Snowflake? WebhookId { get; init; }

    public Member? Member { get; init; }

    public string Content
    {
        get;
        init => field = value ?? "";
    } = "";

    public IReadOnlyList<User> Mentions
    {
        get;
        init => field = value.Present();
    } = [];

    public IReadOnlyList<Snowflake> MentionRoles
    {
        get;
        init => field = value ?? [];
    } = [];

    public bool MentionEveryone { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>For replies: the message replied to; null when it was deleted or not resolved.</summary>
    public Message? ReferencedMessage { get; init; }

    public IReadOnlyList<Embed>? Embeds
    {
        get;
        init => field = value?.Present();
    }

    /// <summary>Buttons, and the texts of a message of components, which has no content.</summary>
    public IReadOnlyList<PostedComponent>? Components
    {
        get;
        init => field = value?.Present();
    }

    /// <summary>What it shows: its content, or the texts of its components a line break apart.</summary>
    [JsonIgnore]
    public string Shown => Content.Length > 0 ? Content : string.Join('\n', (Components ?? []).SelectMany(static part => part.Texts()));

    /// <summary>What was forwarded with it.</summary>
    public IReadOnlyList<MessageSnapshot>? MessageSnapshots
    {
        get;
        init => field = value?.Present();
    }

    /// <summary>When it was changed; null for never. A preview that Discord adds is no change.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }

    public Channel? Thread { get; init; }

    /// <summary>What makes it a reply of an interaction of ours.</summary>
    public MessageInteractionMetadata? InteractionMetadata { get; init; }
}
