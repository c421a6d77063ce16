using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Fills in deferred replies; when the token is over, the reply goes to the channel, and a private one to the asker's direct messages.
/// What Discord refuses the form of is sent again as its words alone.
/// </summary>
internal sealed class InteractionReplies(
    DiscordRestClient rest,
    AcknowledgedInteractions acknowledged,
    ChannelReplies channels,
    RegisteredCommands commands,
    CommandLayout layout,
    ILogger<InteractionReplies> logger
)
{
    /// <summary>Delivers an answer.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task DeliverAsync(
        ChatDelivery delivery,
        InteractionToken interaction,
        RenderedReply reply,
        CancellationToken cancellationToken
    )
    {
        if (!await TryFillInAsync(delivery, interaction, reply.Texts, cancellationToken))
        {
            await PostInsteadAsync(delivery, reply, cancellationToken);
        }

        acknowledged.Forget(interaction);
    }

    /// <summary>Shows the result of a command; a public one as a message of the channel when the token is over.</summary>
    /// <returns>False when it could not be shown any more.</returns>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task<bool> ShowAsync(
        InteractionToken interaction,
        Snowflake channel,
        CommandResult result,
        bool isPrivate,
        CancellationToken cancellationToken
    )
    {
        var reply = result is ShareResult ? Line("Shared.") : ReplyRenderer.Render(result, layout, commands.Markup);
        if (await TryFillInAsync(interaction, reply, isPrivate, cancellationToken))
        {
            return true;
        }

        for (int i = 0; i < reply.Texts.Count && !isPrivate; i++)
        {
            await channels.PostAsync(channel, reply.Texts[i], $"{interaction.Id}/{i}", cancellationToken);
        }

        return !isPrivate;
    }

    /// <summary>Shows a line in the place of the reply to come; nothing when the token is over.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public Task ShowLineAsync(InteractionToken interaction, string line, CancellationToken cancellationToken) =>
        TryFillInAsync(interaction, Line(line), isPrivate: false, cancellationToken);

    /// <summary>Posts a message that all see.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public Task FollowUpAsync(InteractionToken interaction, RenderedPart part, CancellationToken cancellationToken) =>
        FollowUpAsync(interaction, part, isPrivate: false, cancellationToken);

    private static RenderedReply Line(string text) => new([new RenderedPart(DiscordMarkdown.Escape(text))]);

    private async Task<bool> TryFillInAsync(
        InteractionToken interaction,
        RenderedReply reply,
        bool isPrivate,
        CancellationToken cancellationToken
    )
    {
        await acknowledged.WaitAsync(interaction, cancellationToken);
        try
        {
            if (reply.Card is { } card && await TryFillInCardAsync(interaction, card, cancellationToken))
            {
                return true;
            }

            await FillInAsync(interaction, reply.Texts[0], cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsInteractionOver)
        {
            return false;
        }

        foreach (var part in reply.Texts.Skip(1))
        {
            await FollowUpAsync(interaction, part, isPrivate, cancellationToken);
        }

        return true;
    }

    private async Task<bool> TryFillInCardAsync(
        InteractionToken interaction,
        IReadOnlyList<Component> card,
        CancellationToken cancellationToken
    )
    {
        try
        {
            MessageEdit message = new() { Components = card, Flags = MessageFlags.ComponentsV2 };
            await rest.EditOriginalAsync(interaction, message, cancellationToken);
            return true;
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused)
        {
            InteractionLog.FormRefused(logger, interaction.Id, exception.Message);
            return false;
        }
    }

    private Task<Message> FillInAsync(InteractionToken interaction, RenderedPart part, CancellationToken cancellationToken) =>
        SendAsync(
            interaction,
            part,
            sent =>
            {
                MessageEdit message = new() { Content = sent.Content, Components = sent.Components ?? [] };
                return rest.EditOriginalAsync(interaction, message, cancellationToken);
            }
        );

    private Task<Message> FollowUpAsync(
        InteractionToken interaction,
        RenderedPart part,
        bool isPrivate,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            interaction,
            part,
            sent =>
            {
                MessageEdit message = new()
                {
                    Content = sent.Content,
                    Components = sent.Components,
                    Flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : 0),
                };
                return rest.CreateFollowUpAsync(interaction, message, cancellationToken);
            }
        );

    private async Task<Message> SendAsync(InteractionToken interaction, RenderedPart part, Func<RenderedPart, Task<Message>> send)
    {
        try
        {
            return await send(part);
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused)
        {
            InteractionLog.FormRefused(logger, interaction.Id, exception.Message);
            return await send(part.Plain());
        }
    }

    private async Task<bool> TryFillInAsync(
        ChatDelivery delivery,
        InteractionToken interaction,
        IReadOnlyList<RenderedPart> parts,
        CancellationToken cancellationToken
    )
    {
        await acknowledged.WaitAsync(interaction, cancellationToken);
        try
        {
            for (int i = 0; i < parts.Count; i++)
            {
                if (delivery.Delivered.Any(part => part.Part == i))
                {
                    continue;
                }

                var message =
                    i == 0
                        ? await FillInAsync(interaction, parts[i], cancellationToken)
                        : await FollowUpAsync(interaction, parts[i], delivery.Question.IsPrivate, cancellationToken);
                await delivery.AcceptedAsync(i, message.Id.ToString(), cancellationToken);
            }

            return true;
        }
        catch (DiscordApiException exception) when (exception.IsInteractionOver)
        {
            return false;
        }
    }

    private async Task PostInsteadAsync(ChatDelivery delivery, RenderedReply reply, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        if (question.IsPrivate && !question.Address.IsDirect)
        {
            var direct = await rest.OpenDirectAsync(Snowflake.Parse(question.User.Id), cancellationToken);
            await channels.PostAsync(delivery, reply, direct.Id, null, cancellationToken);
            return;
        }

        var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
        await channels.PostAsync(delivery, reply, channel, question.MessageId is { } id ? Snowflake.Parse(id) : null, cancellationToken);
    }
}
