using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A channel or a DM. Its lists are snapshots.</summary>
public sealed class FakeChannel
{
    private readonly SlackState _state;
    private readonly List<FakeMessage> _messages = [];

    internal FakeChannel(SlackState state, string id, string name, ChannelType type)
    {
        _state = state;
        Id = id;
        Name = name;
        Type = type;
    }

    /// <summary>"C...", for DMs "D...".</summary>
    public string Id { get; }

    public string Name { get; }

    public ChannelType Type { get; }

    public ImmutableArray<FakeUser> Members { get; internal set; } = [];

    public bool IsArchived { get; internal set; }

    /// <summary>The person of a DM.</summary>
    public FakeUser? User { get; internal init; }

    /// <summary>People of other workspaces are in it.</summary>
    public bool IsShared => IsSharedOutside || Members.Any(static member => member.IsColleague);

    /// <summary>Has members of other organizations.</summary>
    public bool IsSharedOutside => Members.Any(static member => member.IsExternal);

    public bool HasBot => Members.Contains(_state.Bot);

    /// <summary>Messages of people and of the bot by ts, thread replies among them, without ephemeral and deleted ones.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _messages.Where(static message => !message.IsDeleted)];
            }
        }
    }

    /// <summary>How a text names this channel.</summary>
    public string Mention => $"<#{Id}|{Name}>";

    internal DateTimeOffset Now => _state.Now;

    internal bool IsDirect => Type is ChannelType.DirectMessage or ChannelType.GroupDirectMessage;

    /// <summary>Null when it is not there; deleted messages are found.</summary>
    public FakeMessage? Find(string? ts)
    {
        lock (_state.Gate)
        {
            return _messages.Find(message => message.Ts == ts);
        }
    }

    /// <summary>The root and its replies.</summary>
    public IReadOnlyList<FakeMessage> Thread(string rootTs)
    {
        lock (_state.Gate)
        {
            return
            [
                .. _messages
                    .Where(message => message.Ts == rootTs || message.ThreadTs == rootTs)
                    .Where(message => !message.IsDeleted || message.Ts == rootTs),
            ];
        }
    }

    internal void Add(FakeMessage message) => _messages.Add(message);

    internal JsonObject ToJson()
    {
        JsonObject json = JsonFields.Compact(
            ("id", Id),
            ("name", Type == ChannelType.DirectMessage ? null : Name),
            ("is_channel", Type == ChannelType.Public),
            ("is_group", Type == ChannelType.Private),
            ("is_im", Type == ChannelType.DirectMessage),
            ("is_mpim", Type == ChannelType.GroupDirectMessage),
            ("is_private", Type != ChannelType.Public),
            ("is_archived", IsArchived),
            ("is_member", HasBot),
            ("is_general", false),
            ("is_shared", IsShared),
            ("is_ext_shared", IsSharedOutside),
            ("is_org_shared", Members.Any(static member => member.IsColleague)),
            ("context_team_id", _state.TeamId),
            ("user", User?.Id)
        );
        if (!IsDirect)
        {
            json["num_members"] = Members.Length;
        }

        return json;
    }
}
