using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;

namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>A message of a user or of the bot, with every state it ever had in <see cref="Revisions"/>.</summary>
public sealed class FakeMessage
{
    internal FakeMessage(ulong id, FakeChannel channel, FakeUser author, DateTimeOffset createdAt)
    {
        Id = id;
        Channel = channel;
        Author = author;
        CreatedAt = createdAt;
    }

    public ulong Id { get; }

    public FakeChannel Channel { get; }

    public FakeUser Author { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? EditedAt { get; internal set; }

    public MessageType Type { get; internal set; }

    /// <summary>As it stands now.</summary>
    public string Content => Revisions[^1].Content;

    /// <summary>As they stand now; do not change them.</summary>
    public JsonArray Embeds => Revisions[^1].Embeds;

    /// <summary>As they stand now; do not change them.</summary>
    public JsonArray Components => Revisions[^1].Components;

    /// <summary>What a reader sees of it now: its content, or the texts of a message of components a line break apart.</summary>
    public string VisibleText => Flags.HasFlag(MessageFlags.IsComponentsV2) ? string.Join('\n', MessageParts.Texts(Components)) : Content;

    public MessageFlags Flags => Revisions[^1].Flags;

    public bool IsEphemeral => Flags.HasFlag(MessageFlags.Ephemeral);

    /// <summary>A deferred answer that shows "is thinking" and has nothing in it yet.</summary>
    public bool IsLoading => Flags.HasFlag(MessageFlags.Loading);

    /// <summary>First state first, present state last; never empty.</summary>
    public ImmutableArray<MessageRevision> Revisions { get; internal set; } = [];

    public string? Nonce { get; internal set; }

    /// <summary>The allowed_mentions of the request that made it; null when there were none.</summary>
    public JsonObject? AllowedMentions { get; internal set; }

    /// <summary>Who got a ping, as "user:ID", "role:ID" or "everyone".</summary>
    public ImmutableArray<string> Pings { get; internal set; } = [];

    public ImmutableArray<FakeUser> Mentions { get; internal set; } = [];

    public ImmutableArray<FakeRole> MentionRoles { get; internal set; } = [];

    public bool MentionEveryone { get; internal set; }

    /// <summary>The message this one answers to, when it was there.</summary>
    public FakeMessage? Referenced { get; internal set; }

    /// <summary>The message id that the request wanted to answer to, also when that message was gone.</summary>
    public ulong? ReferenceId { get; internal set; }

    /// <summary>The interaction whose answer or follow-up this is.</summary>
    public FakeInteraction? Interaction { get; internal set; }

    /// <summary>The thread started from this message.</summary>
    public FakeChannel? Thread { get; internal set; }

    /// <summary>Set for messages posted through a webhook by somebody else.</summary>
    public ulong? WebhookId { get; internal set; }

    public bool IsDeleted { get; internal set; }

    public ImmutableArray<MessageReaction> Reactions { get; internal set; } = [];

    /// <summary>Where a client's jump link would lead.</summary>
    public string Link => $"https://discord.com/channels/{Channel.Guild?.Id.ToString() ?? "@me"}/{Channel.Id}/{Id}";

    internal void Revise(MessageRevision revision)
    {
        if (!Revisions.IsEmpty)
        {
            EditedAt = revision.At;
        }

        Revisions = Revisions.Add(revision);
    }
}
