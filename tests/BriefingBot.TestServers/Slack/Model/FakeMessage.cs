using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Interactions;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A message of a person or of the bot, ephemeral ones too, with every state it ever had in <see cref="Revisions"/>.</summary>
public sealed class FakeMessage
{
    private StreamState _stream;

    internal FakeMessage(string ts, FakeChannel channel, FakeUser author)
    {
        Ts = ts;
        Channel = channel;
        Author = author;
    }

    /// <summary>Unique in the whole workspace.</summary>
    public string Ts { get; }

    public FakeChannel Channel { get; }

    public FakeUser Author { get; }

    /// <summary>The ts of the thread's root; null for messages that stand in the channel.</summary>
    public string? ThreadTs { get; internal init; }

    /// <summary>The ts to answer under: its thread's root, or its own.</summary>
    public string RootTs => ThreadTs ?? Ts;

    /// <summary>A thread reply that shows in the channel as well.</summary>
    public bool IsBroadcast { get; internal init; }

    /// <summary>The subtype of a person's message, such as file_share; null for the usual.</summary>
    public string? Subtype { get; internal init; }

    /// <summary>Who alone sees it; null when everybody does.</summary>
    public FakeUser? EphemeralTo { get; internal init; }

    public bool IsEphemeral => EphemeralTo is not null;

    /// <summary>The command or click whose ack or response_url made it.</summary>
    public FakeInteraction? Interaction { get; internal init; }

    /// <summary>As it stands now.</summary>
    public string Text => Revisions[^1].Text;

    /// <summary>As it stands now.</summary>
    public string? Markdown => Revisions[^1].Markdown;

    /// <summary>As they stand now; do not change them.</summary>
    public JsonArray Blocks => Revisions[^1].Blocks;

    /// <summary>
    /// What a person reads: the streamed or markdown text and the texts of the blocks by line, or the text when there is neither.
    /// </summary>
    public string VisibleText => MessageText.Visible(Revisions[^1]);

    /// <summary>First state first, present state last; never empty.</summary>
    public ImmutableArray<MessageRevision> Revisions { get; internal set; } = [];

    /// <summary>Given with the message and returned by conversations.replies.</summary>
    public JsonObject? Metadata { get; internal set; }

    /// <summary>As the request said; null when it did not.</summary>
    public bool? UnfurlLinks { get; internal set; }

    /// <summary>As the request said; null when it did not.</summary>
    public bool? UnfurlMedia { get; internal set; }

    /// <summary>
    /// Whom its texts would ping: "here", "channel", "everyone", user ids, and user group ids. Of all states it ever had.
    /// </summary>
    public ImmutableSortedSet<string> Pings { get; internal set; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public bool IsDeleted { get; internal set; }

    public ImmutableArray<MessageReaction> Reactions { get; internal set; } = [];

    /// <summary>chunks of a stream other than texts (task_update, plan_update), in order.</summary>
    public ImmutableArray<JsonObject> StreamChunks { get; internal set; } = [];

    public StreamState Stream
    {
        get
        {
            if (_stream == StreamState.Streaming && Channel.Now > StreamEndsAt)
            {
                _stream = StreamState.Expired;
            }

            return _stream;
        }
        internal set => _stream = value;
    }

    /// <summary>More is to come.</summary>
    public bool IsStreaming => Stream == StreamState.Streaming;

    internal DateTimeOffset StreamEndsAt { get; set; }

    internal void Revise(MessageRevision revision)
    {
        Revisions = Revisions.Add(revision);
        Pings = Pings.Union(MessageText.Pings(revision));
    }
}
