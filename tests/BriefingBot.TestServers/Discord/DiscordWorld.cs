using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest;
using BriefingBot.TestServers.Discord.Rest.Forms;
using BriefingBot.TestServers.Discord.Rest.Routes;

namespace BriefingBot.TestServers.Discord;

/// <summary>The people and places, and what people do there. Safe to call from any thread.</summary>
public sealed class DiscordWorld
{
    private readonly DiscordState _state;

    internal DiscordWorld(DiscordState state) => _state = state;

    /// <summary>A person, or another bot.</summary>
    public FakeUser AddUser(string name, bool isBot = false)
    {
        lock (_state.Gate)
        {
            return _state.AddUser(name, isBot);
        }
    }

    /// <summary>A guild that the bot has joined; guilds made one after the other lie on neighbouring shards.</summary>
    /// <param name="name">The guild's name.</param>
    /// <param name="botPermissions">What the bot's managed role grants, on top of <see cref="FakeGuild.Everyone"/>.</param>
    public FakeGuild AddGuild(string name, Permissions botPermissions = Permissions.BotInvite)
    {
        lock (_state.Gate)
        {
            FakeGuild guild = new(_state, _state.Ids.NextGuild(), name, _state.Application.Owner, botPermissions);
            _state.Guilds[guild.Id] = guild;
            _state.Gateway.Dispatch("GUILD_CREATE", guild, guild.ToJson());
            return guild;
        }
    }

    /// <summary>The DM of the bot with this user.</summary>
    public FakeChannel DirectMessageWith(FakeUser user)
    {
        lock (_state.Gate)
        {
            return _state.DirectMessageWith(user);
        }
    }

    /// <summary>A group of people without the bot; who of them has installed it for themselves can use its commands there.</summary>
    public FakeChannel AddGroup(params FakeUser[] people)
    {
        lock (_state.Gate)
        {
            FakeChannel channel = new(_state, _state.Ids.Next(), ChannelType.GroupDirectMessage) { People = [.. people] };
            _state.Channels[channel.Id] = channel;
            return channel;
        }
    }

    /// <summary>
    /// Posts as a user. Mentions stand in the content as <see cref="FakeUser.Mention"/> or <see cref="FakeRole.Mention"/>.
    /// </summary>
    /// <param name="author">Who writes.</param>
    /// <param name="channel">Channel, thread or DM.</param>
    /// <param name="content">The text.</param>
    /// <param name="replyTo">Makes it a reply.</param>
    /// <param name="ping">For a reply: whether its author gets a ping, and so stands in mentions.</param>
    /// <param name="webhookId">Set: posted through a webhook by an integration.</param>
    public FakeMessage Send(
        FakeUser author,
        FakeChannel channel,
        string content,
        FakeMessage? replyTo = null,
        bool ping = true,
        ulong? webhookId = null
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            MessageForm form = new()
            {
                Content = content,
                ReferenceId = replyTo?.Id,
                AllowedMentions = replyTo is null || ping ? null : NoReplyPing(),
            };
            channel.IsArchived = false;
            FakeMessage message = MessagePosting.Post(_state, channel, author, form, replyTo);
            message.WebhookId = webhookId;
            if (!_state.Gateway.DispatchMessage("MESSAGE_CREATE", message))
            {
                _state.Record.Counters.UndeliveredEvents++;
            }

            return message;
        }
    }

    /// <summary>Posts with the bot mentioned in front.</summary>
    public FakeMessage Mention(FakeUser author, FakeChannel channel, string text) =>
        Send(author, channel, $"{_state.Application.Bot.Mention} {text}");

    /// <summary>Answers to a message.</summary>
    public FakeMessage Reply(FakeUser author, FakeMessage message, string text, bool ping = true)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Send(author, message.Channel, text, message, ping);
    }

    /// <summary>Writes to the bot's DM.</summary>
    public FakeMessage SendDirectMessage(FakeUser author, string text) => Send(author, DirectMessageWith(author), text);

    /// <summary>Changes a user's message.</summary>
    public void Edit(FakeMessage message, string content)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            message.Revise(message.Revisions[^1] with { At = _state.Now, Content = content });
            MentionReader.Apply(_state, message, message.AllowedMentions);
            _state.Gateway.DispatchMessage("MESSAGE_UPDATE", message);
        }
    }

    /// <summary>Deletes a message.</summary>
    public void Delete(FakeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            MessagePosting.Delete(_state, message);
        }
    }

    /// <summary>Starts a thread from a message, as a user.</summary>
    public FakeChannel StartThread(FakeUser owner, FakeMessage message, string name)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            return ThreadStarting.Start(_state, message, owner, name);
        }
    }

    /// <summary>Adds a user's reaction.</summary>
    public void React(FakeUser user, FakeMessage message, string emoji)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            MessageReaction reaction = new(emoji, user);
            message.Reactions = message.Reactions.Add(reaction);
            ReactionRoutes.Dispatch(_state, "MESSAGE_REACTION_ADD", message, reaction);
        }
    }

    private static JsonObject NoReplyPing() => new() { ["parse"] = new JsonArray("users", "roles", "everyone"), ["replied_user"] = false };
}
