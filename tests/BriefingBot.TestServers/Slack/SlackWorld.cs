using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.TestServers.Slack;

/// <summary>The people and channels, and what people do there. Safe to call from any thread.</summary>
public sealed class SlackWorld
{
    private readonly SlackState _state;

    internal SlackWorld(SlackState state) => _state = state;

    /// <summary>
    /// A person of the workspace; a member of every public channel, there already or made later. Guests are in no channel before they
    /// <see cref="Join"/>.
    /// </summary>
    public FakeUser AddUser(string name, UserRole role = UserRole.Member)
    {
        lock (_state.Gate)
        {
            FakeUser user = _state.AddUser(name, role);
            foreach (
                FakeChannel channel in _state.Channels.Values.Where(channel =>
                    role >= UserRole.Member && channel.Type == ChannelType.Public
                )
            )
            {
                channel.Members = channel.Members.Add(user);
            }

            return user;
        }
    }

    /// <summary>A person of another workspace, in no channel before they <see cref="Join"/>: that shares the channel.</summary>
    public FakeUser AddExternalUser(string name)
    {
        lock (_state.Gate)
        {
            return _state.AddUser(name, UserRole.Member, _state.NewId('T'));
        }
    }

    /// <summary>A member of another workspace of the Enterprise Grid that <see cref="FakeSlackOptions.EnterpriseId"/> names.</summary>
    public FakeUser AddColleague(string name, UserRole role = UserRole.Member)
    {
        if (_state.Options.EnterpriseId is null)
        {
            throw new InvalidOperationException("A workspace of its own has no colleagues in others.");
        }

        lock (_state.Gate)
        {
            return _state.AddUser(name, role, _state.NewId('T'), isColleague: true);
        }
    }

    /// <summary>Another app's bot: what it posts carries its bot_id.</summary>
    public FakeUser AddBot(string name)
    {
        lock (_state.Gate)
        {
            FakeUser bot = new(_state, _state.NewId('U'), name, UserRole.Member, _state.NewId('B'));
            _state.Users[bot.Id] = bot;
            return bot;
        }
    }

    /// <summary>A channel with all people who are there, and with the bot unless it is left out.</summary>
    public FakeChannel AddChannel(string name, ChannelType type = ChannelType.Public, bool withBot = true)
    {
        lock (_state.Gate)
        {
            FakeChannel channel = new(_state, _state.NewId('C'), name, type)
            {
                Members =
                [
                    .. _state.Users.Values.Where(user =>
                        user is { Role: >= UserRole.Member, IsExternal: false } && (withBot || user != _state.Bot)
                    ),
                ],
            };
            _state.Channels[channel.Id] = channel;
            return channel;
        }
    }

    /// <summary>The DM of the bot with this person.</summary>
    public FakeChannel DirectMessageWith(FakeUser user)
    {
        lock (_state.Gate)
        {
            return _state.DirectMessageWith(user);
        }
    }

    /// <summary>
    /// Posts as a person, with the events that follow. Text as typed: escaping is done here, and mentions stand as
    /// <see cref="FakeUser.Mention"/>.
    /// </summary>
    /// <param name="author">Who writes.</param>
    /// <param name="channel">Channel or DM.</param>
    /// <param name="text">The text as typed.</param>
    /// <param name="thread">Any message of the thread to write in; null for the channel.</param>
    /// <param name="appContext">In DMs of agent_view: the channel that the person looks at meanwhile.</param>
    /// <param name="subtype">file_share, thread_broadcast, channel_join...; null for the usual.</param>
    public FakeMessage Post(
        FakeUser author,
        FakeChannel channel,
        string text,
        FakeMessage? thread = null,
        FakeChannel? appContext = null,
        string? subtype = null
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            FakeMessage message = new(_state.Timestamps.Next(), channel, author) { ThreadTs = thread?.RootTs, Subtype = subtype };
            message.Revise(new MessageRevision(_state.Now, TypedText.Escape(text), null, TypedText.RichText(text)));
            channel.Add(message);
            _state.Changes.Raise();
            EventFactory.SendMessage(_state, message, appContext is null ? null : Context(appContext));
            return message;
        }
    }

    /// <summary>Posts with the bot mentioned in front: app_mention and the message event for one ts.</summary>
    public FakeMessage Mention(FakeUser author, FakeChannel channel, string text, FakeMessage? thread = null) =>
        Post(author, channel, $"{_state.Bot.Mention} {text}".TrimEnd(), thread);

    /// <summary>Writes in the thread of a message, without a mention.</summary>
    public FakeMessage Reply(FakeUser author, FakeMessage message, string text)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Post(author, message.Channel, text, message);
    }

    /// <summary>Writes to the bot's DM.</summary>
    public FakeMessage SendDirectMessage(FakeUser author, string text, FakeMessage? thread = null, FakeChannel? appContext = null) =>
        Post(author, DirectMessageWith(author), text, thread, appContext);

    /// <summary>Changes a person's message (subtype message_changed).</summary>
    public void Edit(FakeMessage message, string text)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            JsonObject before = MessageJson.Of(_state, message);
            message.Revise(new MessageRevision(_state.Now, TypedText.Escape(text), null, TypedText.RichText(text)));
            BotPosting.Changed(_state, message, before);
        }
    }

    /// <summary>Deletes a message (subtype message_deleted).</summary>
    public void Delete(FakeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            BotPosting.Delete(_state, message);
        }
    }

    /// <summary>Adds a person's reaction.</summary>
    public void React(FakeUser user, FakeMessage message, string name)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            message.Reactions = message.Reactions.Add(new MessageReaction(name, user));
            EventFactory.Send(
                _state,
                new JsonObject
                {
                    ["type"] = "reaction_added",
                    ["user"] = user.Id,
                    ["reaction"] = name,
                    ["item_user"] = message.Author.Id,
                    ["item"] = new JsonObject
                    {
                        ["type"] = "message",
                        ["channel"] = message.Channel.Id,
                        ["ts"] = message.Ts,
                    },
                    ["event_ts"] = _state.Timestamps.Next(),
                },
                "reaction_added",
                "reactions:read"
            );
        }
    }

    /// <summary>Opens the app's home or messages tab.</summary>
    public void OpenHome(FakeUser user, string tab = "home")
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (_state.Gate)
        {
            EventFactory.Send(
                _state,
                JsonFields.Compact(
                    ("type", "app_home_opened"),
                    ("user", user.Id),
                    ("channel", _state.DirectMessageWith(user).Id),
                    ("tab", tab),
                    ("view", _state.Homes.GetValueOrDefault(user.Id)?.ToJson(_state)),
                    ("event_ts", _state.Timestamps.Next())
                ),
                "app_home_opened"
            );
        }
    }

    /// <summary>agent_view: the person looks at another channel beside the agent pane.</summary>
    public void ChangeContext(FakeUser user, FakeChannel lookedAt)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(lookedAt);
        lock (_state.Gate)
        {
            EventFactory.Send(
                _state,
                new JsonObject
                {
                    ["type"] = "app_context_changed",
                    ["user"] = user.Id,
                    ["channel"] = _state.DirectMessageWith(user).Id,
                    ["context"] = Context(lookedAt),
                    ["event_ts"] = _state.Timestamps.Next(),
                },
                "app_context_changed"
            );
        }
    }

    /// <summary>Presses stop in an agent thread: open streams of the bot there end, and agent_session_stopped tells of it.</summary>
    public void StopSession(FakeUser user, FakeMessage message)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            FakeMessage[] streams = [.. message.Channel.Thread(message.RootTs).Where(static reply => reply.IsStreaming)];
            foreach (FakeMessage stream in streams)
            {
                stream.Stream = StreamState.StoppedByUser;
            }

            _state.Changes.Raise();
            EventFactory.Send(
                _state,
                new JsonObject
                {
                    ["type"] = "agent_session_stopped",
                    ["user"] = user.Id,
                    ["channel"] = message.Channel.Id,
                    ["thread_ts"] = message.RootTs,
                    ["streaming_message_ts"] = new JsonArray([.. streams.Select(static stream => (JsonNode)stream.Ts)]),
                    ["event_ts"] = _state.Timestamps.Next(),
                },
                "agent_session_stopped"
            );
        }
    }

    /// <summary>A person, or the bot, comes into a channel.</summary>
    public void Join(FakeUser user, FakeChannel channel, FakeUser? inviter = null) =>
        ChangeMembership(user, channel, "member_joined_channel", inviter);

    /// <summary>A person, or the bot, leaves a channel.</summary>
    public void Leave(FakeUser user, FakeChannel channel) => ChangeMembership(user, channel, "member_left_channel", null);

    /// <summary>Archives a channel: nobody can write there.</summary>
    public void Archive(FakeChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            channel.IsArchived = true;
        }
    }

    /// <summary>The bot token is void from now on; tokens_revoked tells of it.</summary>
    public void RevokeTokens()
    {
        lock (_state.Gate)
        {
            _state.TokenError = "token_revoked";
            JsonObject tokens = new() { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(_state.Bot.Id) };
            EventFactory.Send(_state, new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = tokens }, "tokens_revoked");
        }
    }

    /// <summary>The app is installed again: there is another bot token, and the one before stays void.</summary>
    public string ReplaceBotToken()
    {
        lock (_state.Gate)
        {
            _state.BotToken = $"{_state.BotToken}-again";
            _state.TokenError = null;
            return _state.BotToken;
        }
    }

    /// <summary>The app is removed from the workspace; app_uninstalled tells of it.</summary>
    public void Uninstall()
    {
        lock (_state.Gate)
        {
            _state.TokenError = "account_inactive";
            EventFactory.Send(_state, new JsonObject { ["type"] = "app_uninstalled" }, "app_uninstalled");
        }
    }

    /// <summary>The link that chat.getPermalink gives.</summary>
    public string PermalinkOf(FakeMessage message) => _state.PermalinkOf(message);

    /// <summary>What shows under a thread at this time; null when nothing does.</summary>
    public ThreadStatus? StatusOf(FakeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            return ThreadStatuses.Current(_state, message.Channel, message.RootTs);
        }
    }

    private void ChangeMembership(FakeUser user, FakeChannel channel, string type, FakeUser? inviter)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            bool isJoining = type == "member_joined_channel";
            bool hadBot = channel.HasBot;
            channel.Members = isJoining ? channel.Members.Remove(user).Add(user) : channel.Members.Remove(user);
            if (!hadBot && !channel.HasBot)
            {
                return;
            }

            EventFactory.Send(
                _state,
                JsonFields.Compact(
                    ("type", type),
                    ("user", user.Id),
                    ("channel", channel.Id),
                    ("channel_type", channel.Type == ChannelType.Public ? "C" : "G"),
                    ("team", user.TeamId),
                    ("inviter", inviter?.Id),
                    ("event_ts", _state.Timestamps.Next())
                ),
                type,
                $"{channel.Type.InScopes()}:read"
            );
        }
    }

    private JsonObject Context(FakeChannel channel) =>
        new()
        {
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "slack#/types/channel_id",
                    ["value"] = channel.Id,
                    ["team_id"] = _state.TeamId,
                }
            ),
        };
}
