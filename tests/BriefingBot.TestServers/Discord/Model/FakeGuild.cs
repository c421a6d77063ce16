using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A guild ("server") that the bot is in. Members of this type are safe to call from any thread.</summary>
public sealed class FakeGuild
{
    private readonly DiscordState _state;
    private readonly List<FakeRole> _roles = [];
    private readonly Dictionary<ulong, FakeMember> _members = [];
    private readonly List<FakeChannel> _channels = [];

    internal FakeGuild(DiscordState state, ulong id, string name, FakeUser owner, Permissions botPermissions)
    {
        _state = state;
        Id = id;
        Name = name;
        Owner = owner;
        Everyone = new FakeRole(id, "@everyone", Permissions.Everyone);
        BotRole = new FakeRole(state.Ids.Next(), state.Application.Bot.Name, botPermissions, state.Application.Bot.Id);
        _roles.AddRange([Everyone, BotRole]);
        _members[owner.Id] = new FakeMember(owner, state.Now, []);
        _members[state.Application.Bot.Id] = new FakeMember(state.Application.Bot, state.Now, [BotRole]);
    }

    public ulong Id { get; }

    public string Name { get; }

    /// <summary>Has every permission.</summary>
    public FakeUser Owner { get; }

    /// <summary>The role that everybody has; its permissions can be changed.</summary>
    public FakeRole Everyone { get; }

    /// <summary>The bot's managed role, made when it joined; its permissions can be changed.</summary>
    public FakeRole BotRole { get; }

    /// <summary>Channels and threads.</summary>
    public IReadOnlyList<FakeChannel> Channels
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _channels];
            }
        }
    }

    public FakeRole AddRole(string name, Permissions permissions = Permissions.None)
    {
        lock (_state.Gate)
        {
            FakeRole role = new(_state.Ids.Next(), name, permissions);
            _roles.Add(role);
            _state.Gateway.Dispatch("GUILD_ROLE_CREATE", this, new JsonObject { ["guild_id"] = Id.ToString(), ["role"] = role.ToJson() });
            return role;
        }
    }

    /// <summary>Makes a user a member with these roles; called again, it replaces the roles.</summary>
    public FakeMember AddMember(FakeUser user, params FakeRole[] roles)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (_state.Gate)
        {
            return _members[user.Id] = new FakeMember(user, _state.Now, roles);
        }
    }

    public FakeChannel AddTextChannel(string name) => AddChannel(name, ChannelType.GuildText);

    public FakeChannel AddForum(string name) => AddChannel(name, ChannelType.GuildForum);

    /// <summary>What a member may do in the guild, or in one of its channels (threads take from their parent).</summary>
    public Permissions PermissionsOf(FakeUser user, FakeChannel? channel = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (_state.Gate)
        {
            return user.Id == Owner.Id
                ? EffectivePermissions.Everything
                : EffectivePermissions.Of(this, MemberOf(user), channel?.Parent ?? channel);
        }
    }

    internal FakeMember MemberOf(FakeUser user)
    {
        if (!_members.TryGetValue(user.Id, out FakeMember? member))
        {
            // Whoever writes in a guild is a member of it.
            member = _members[user.Id] = new FakeMember(user, _state.Now, []);
        }

        return member;
    }

    internal FakeRole? FindRole(ulong id) => _roles.Find(role => role.Id == id);

    internal void Add(FakeChannel channel) => _channels.Add(channel);

    internal JsonObject ToJson()
    {
        JsonObject json = new()
        {
            ["id"] = Id.ToString(),
            ["name"] = Name,
            ["owner_id"] = Owner.Id.ToString(),
            ["unavailable"] = false,
            ["joined_at"] = Timestamps.Write(_state.Now),
            ["large"] = false,
            ["member_count"] = _members.Count,
            ["members"] = new JsonArray(_members[_state.Application.Bot.Id].ToJson(withUser: true)),
            ["roles"] = new JsonArray([.. _roles.Select(static role => (JsonNode)role.ToJson())]),
            ["channels"] = new JsonArray([
                .. _channels.Where(static channel => !channel.IsThread).Select(static channel => (JsonNode)channel.ToJson()),
            ]),
            ["threads"] = new JsonArray([
                .. _channels
                    .Where(static channel => channel is { IsThread: true, IsArchived: false })
                    .Select(static channel => (JsonNode)channel.ToJson()),
            ]),
            ["afk_timeout"] = 300,
            ["verification_level"] = 0,
            ["default_message_notifications"] = 1,
            ["explicit_content_filter"] = 0,
            ["mfa_level"] = 0,
            ["nsfw_level"] = 0,
            ["nsfw"] = false,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["premium_progress_bar_enabled"] = false,
            ["preferred_locale"] = "en-US",
            ["system_channel_flags"] = 0,
        };
        foreach (
            string list in (ReadOnlySpan<string>)
                [
                    "features",
                    "emojis",
                    "stickers",
                    "presences",
                    "voice_states",
                    "stage_instances",
                    "guild_scheduled_events",
                    "soundboard_sounds",
                ]
        )
        {
            json[list] = new JsonArray();
        }

        foreach (
            string absent in (ReadOnlySpan<string>)
                [
                    "icon",
                    "splash",
                    "discovery_splash",
                    "banner",
                    "description",
                    "afk_channel_id",
                    "application_id",
                    "system_channel_id",
                    "rules_channel_id",
                    "public_updates_channel_id",
                    "safety_alerts_channel_id",
                    "vanity_url_code",
                ]
        )
        {
            json[absent] = null;
        }

        return json;
    }

    private FakeChannel AddChannel(string name, ChannelType type)
    {
        lock (_state.Gate)
        {
            FakeChannel channel = new(_state, _state.Ids.Next(), type) { Name = name, Guild = this };
            _state.Channels[channel.Id] = channel;
            _channels.Add(channel);
            _state.Gateway.Dispatch("CHANNEL_CREATE", this, channel.ToJson());
            return channel;
        }
    }
}
