using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>Makes, changes and removes messages of the bot once their bodies are found good.</summary>
internal static class MessagePosting
{
    /// <summary>The message is in its channel, unless it is ephemeral; nobody is told yet.</summary>
    public static FakeMessage Post(
        DiscordState state,
        FakeChannel channel,
        FakeUser author,
        MessageForm form,
        FakeMessage? referenced = null,
        FakeInteraction? interaction = null
    )
    {
        FakeMessage message = new(state.Ids.Next(), channel, author, state.Now)
        {
            Type =
                interaction is not null ? interaction.MessageType
                : referenced is null ? MessageType.Default
                : MessageType.Reply,
            Nonce = form.Nonce,
            AllowedMentions = form.AllowedMentions,
            Referenced = referenced,
            ReferenceId = form.ReferenceId,
            Interaction = interaction,
        };
        message.Revise(
            new MessageRevision(state.Now, form.Content ?? "", form.Embeds ?? [], form.Components ?? [], form.Flags ?? MessageFlags.None)
        );
        MentionReader.Apply(state, message, form.AllowedMentions, isWebhook: interaction is not null);
        if (!message.IsEphemeral)
        {
            channel.Add(message);
        }

        return message;
    }

    public static void Edit(DiscordState state, FakeMessage message, MessageForm form)
    {
        // Whether it is ephemeral or has a thread is not for an edit to change.
        const MessageFlags Fixed = MessageFlags.Ephemeral | MessageFlags.HasThread | MessageFlags.IsComponentsV2;
        MessageFlags flags = form.Flags is { } asked
            ? (asked & ~(Fixed & ~MessageFlags.IsComponentsV2)) | (message.Flags & Fixed)
            : message.Flags;
        message.Revise(
            new MessageRevision(
                state.Now,
                form.Content ?? message.Content,
                form.Embeds ?? message.Embeds.DeepClone().AsArray(),
                form.Components ?? message.Components.DeepClone().AsArray(),
                flags & ~MessageFlags.Loading
            )
        );
        state.Record.Counters.BotEdits++;
        if (!message.IsEphemeral)
        {
            state.Gateway.DispatchMessage("MESSAGE_UPDATE", message);
        }

        state.Changes.Raise();
    }

    public static void Delete(DiscordState state, FakeMessage message)
    {
        message.IsDeleted = true;
        message.Channel.Remove(message);
        JsonObject data = new() { ["id"] = message.Id.ToString(), ["channel_id"] = message.Channel.Id.ToString() };
        if (message.Channel.Guild is { } guild)
        {
            data["guild_id"] = guild.Id.ToString();
        }

        state.Gateway.Dispatch(
            "MESSAGE_DELETE",
            message.Channel.Guild,
            data,
            message.Channel.IsDirectMessage ? Gateway.GatewayIntents.DirectMessages : Gateway.GatewayIntents.GuildMessages
        );
    }
}
