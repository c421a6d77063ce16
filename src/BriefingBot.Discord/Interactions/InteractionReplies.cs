using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>Fills in deferred replies; when the token is over, the reply goes to the channel, and a private one to the asker's direct messages.</summary>
internal sealed class InteractionReplies(DiscordRestClient rest, AcknowledgedInteractions acknowledged, ChannelReplies channels, RegisteredCommands commands, CommandLayout layout)
{
    /// <summary>Delivers an answer.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, InteractionToken interaction, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
    {
        if (!await TryFillInAsync(delivery, interaction, parts, cancellationToken))
        {
            await PostInsteadAsync(delivery, parts, cancellationToken);
        }

        acknowledged.Forget(interaction);
    }

    /// <summary>Shows the result of a command; a public one as a message of the channel when the token is over.</summary>
    /// <returns>False when it could not be shown any more.</returns>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task<bool> ShowAsync(InteractionToken interaction, Snowflake channel, CommandResult result, bool isPrivate, CancellationToken cancellationToken)
    {
        var parts = result is ShareResult ? [new RenderedPart("Shared.")] : CommandButtons.Under(ReplyRenderer.Render(result, layout, commands.Markup), result);
        if (await TryFillInAsync(interaction, parts, isPrivate, cancellationToken))
        {
            return true;
        }

        for (int i = 0; i < parts.Count && !isPrivate; i++)
        {
            MessageCreate message = new() { Content = parts[i].Content, Components = parts[i].Components, Nonce = $"{interaction.Id}/{i}", EnforceNonce = true };
            await rest.CreateMessageAsync(channel, message, cancellationToken);
        }

        return !isPrivate;
    }

    /// <summary>Shows a line in the place of the reply to come; nothing when the token is over.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public Task ShowLineAsync(InteractionToken interaction, string line, CancellationToken cancellationToken) =>
        TryFillInAsync(interaction, [new RenderedPart(DiscordMarkdown.Escape(line))], isPrivate: false, cancellationToken);

    /// <summary>Posts a message that all see.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public Task FollowUpAsync(InteractionToken interaction, RenderedPart part, CancellationToken cancellationToken) =>
        rest.CreateFollowUpAsync(interaction, FollowUp(part, isPrivate: false), cancellationToken);

    private async Task<bool> TryFillInAsync(InteractionToken interaction, IReadOnlyList<RenderedPart> parts, bool isPrivate, CancellationToken cancellationToken)
    {
        await acknowledged.WaitAsync(interaction, cancellationToken);
        try
        {
            await rest.EditOriginalAsync(interaction, Edit(parts[0]), cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsInteractionOver)
        {
            return false;
        }

        foreach (var part in parts.Skip(1))
        {
            await rest.CreateFollowUpAsync(interaction, FollowUp(part, isPrivate), cancellationToken);
        }

        return true;
    }

    private static MessageEdit Edit(RenderedPart part) => new() { Content = part.Content, Components = part.Components ?? [] };

    private static MessageEdit FollowUp(RenderedPart part, bool isPrivate) => new()
    {
        Content = part.Content,
        Components = part.Components,
        Flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : 0),
    };

    private async Task<bool> TryFillInAsync(ChatDelivery delivery, InteractionToken interaction, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
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

                var message = i == 0
                    ? await rest.EditOriginalAsync(interaction, Edit(parts[i]), cancellationToken)
                    : await rest.CreateFollowUpAsync(interaction, FollowUp(parts[i], delivery.Question.IsPrivate), cancellationToken);
                await delivery.AcceptedAsync(i, message.Id.ToString(), cancellationToken);
            }

            return true;
        }
        catch (DiscordApiException exception) when (exception.IsInteractionOver)
        {
            return false;
        }
    }

    private async Task PostInsteadAsync(ChatDelivery delivery, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        if (question.IsPrivate && !question.Address.IsDirect)
        {
            var direct = await rest.OpenDirectAsync(Snowflake.Parse(question.User.Id), cancellationToken);
            await channels.PostAsync(delivery, parts, direct.Id, null, cancellationToken);
            return;
        }

        var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
        await channels.PostAsync(delivery, parts, channel, question.MessageId is { } id ? Snowflake.Parse(id) : null, cancellationToken);
    }
}
