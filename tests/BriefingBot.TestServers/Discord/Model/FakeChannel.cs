using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A text channel, a DM, a forum or a thread.</summary>
public sealed class FakeChannel
{
    private readonly DiscordState _state;
    private readonly List<FakeMessage> _messages = [];

    internal FakeChannel(DiscordState state, ulong id, ChannelType type)
    {
        _state = state;
        Id = id;
        Type = type;
    }

    public ulong Id { get; }

    public ChannelType Type { get; }

    public string? Name { get; internal set; }

    /// <summary>Null for a DM.</summary>
    public FakeGuild? Guild { get; internal init; }

    /// <summary>The channel a thread belongs to.</summary>
    public FakeChannel? Parent { get; internal init; }

    /// <summary>Who started the thread.</summary>
    public FakeUser? ThreadOwner { get; internal init; }

    /// <summary>The other side of a DM.</summary>
    public FakeUser? Recipient { get; internal init; }

    /// <summary>Set for a thread: posting by the bot is refused with 50083. A user's message brings the thread back.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Seconds between two messages of one author (20016); 0 for none.</summary>
    public int Slowmode { get; set; }

    public ImmutableArray<PermissionOverwrite> Overwrites { get; private set; } = [];

    public bool IsThread => Type == ChannelType.PublicThread;

    /// <summary>
    /// People among themselves: the bot is not there and reaches it by interactions of those who installed it for themselves alone.
    /// </summary>
    public bool IsBetweenPeople => Type == ChannelType.GroupDirectMessage;

    /// <summary>Who is in a <see cref="ChannelType.GroupDirectMessage"/>.</summary>
    public ImmutableArray<FakeUser> People { get; internal init; } = [];

    public bool IsDirectMessage => Type == ChannelType.DirectMessage;

    /// <summary>Everything that was posted here and not deleted, in order. Ephemeral messages are not in a channel.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _messages];
            }
        }
    }

    public void SetOverwrite(FakeRole role, Permissions allow = Permissions.None, Permissions deny = Permissions.None)
    {
        ArgumentNullException.ThrowIfNull(role);
        SetOverwrite(new PermissionOverwrite(role.Id, IsMember: false, allow, deny));
    }

    public void SetOverwrite(FakeUser user, Permissions allow = Permissions.None, Permissions deny = Permissions.None)
    {
        ArgumentNullException.ThrowIfNull(user);
        SetOverwrite(new PermissionOverwrite(user.Id, IsMember: true, allow, deny));
    }

    internal FakeMessage? FindLast(Predicate<FakeMessage> predicate) => _messages.FindLast(predicate);

    internal FakeMessage? Find(ulong id) => _messages.Find(message => message.Id == id);

    internal void Add(FakeMessage message) => _messages.Add(message);

    internal void Remove(FakeMessage message) => _messages.Remove(message);

    internal Permissions PermissionsOf(FakeUser user) =>
        IsBetweenPeople && !People.Contains(user) ? Permissions.None : Guild?.PermissionsOf(user, this) ?? EffectivePermissions.Everything;

    internal JsonObject ToJson()
    {
        JsonObject json = new()
        {
            ["id"] = Id.ToString(),
            ["type"] = (int)Type,
            ["flags"] = 0,
            ["last_message_id"] = _messages.Count == 0 ? null : _messages[^1].Id.ToString(),
        };
        if (IsDirectMessage)
        {
            json["recipients"] = new JsonArray(Recipient!.ToJson());
            return json;
        }

        if (IsBetweenPeople)
        {
            json["recipients"] = new JsonArray([.. People.Select(static person => (JsonNode)person.ToJson())]);
            return json;
        }

        json["guild_id"] = Guild!.Id.ToString();
        json["name"] = Name;
        json["rate_limit_per_user"] = Slowmode;
        if (IsThread)
        {
            json["parent_id"] = Parent!.Id.ToString();
            json["owner_id"] = ThreadOwner!.Id.ToString();
            json["message_count"] = _messages.Count;
            json["total_message_sent"] = _messages.Count;
            json["member_count"] = 1;
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = IsArchived,
                ["archive_timestamp"] = Timestamps.Write(_state.Now),
                ["auto_archive_duration"] = 1440,
                ["locked"] = false,
                ["create_timestamp"] = Timestamps.Write(_state.Now),
            };
            return json;
        }

        json["position"] = 0;
        json["parent_id"] = null;
        json["topic"] = null;
        json["nsfw"] = false;
        json["permission_overwrites"] = new JsonArray([
            .. Overwrites.Select(static overwrite =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = overwrite.TargetId.ToString(),
                        ["type"] = overwrite.IsMember ? 1 : 0,
                        ["allow"] = ((ulong)overwrite.Allow).ToString(),
                        ["deny"] = ((ulong)overwrite.Deny).ToString(),
                    }
            ),
        ]);
        if (Type == ChannelType.GuildForum)
        {
            json["available_tags"] = new JsonArray();
        }

        return json;
    }

    private void SetOverwrite(PermissionOverwrite overwrite)
    {
        lock (_state.Gate)
        {
            Overwrites = [.. Overwrites.Where(other => other.TargetId != overwrite.TargetId), overwrite];
            _state.Gateway.Dispatch("CHANNEL_UPDATE", Guild, ToJson());
        }
    }
}
