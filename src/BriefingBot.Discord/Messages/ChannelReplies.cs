using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>
/// Posts replies as messages: in reply to the question, or in a thread that starts from it. Each part once, however often it is tried.
/// </summary>
internal sealed class ChannelReplies(DiscordRestClient rest, PostedBefore postedBefore, ILogger<ChannelReplies> logger)
{
    /// <summary>Posts what is not yet posted.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostAsync(ChatDelivery delivery, RenderedReply reply, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
        Snowflake? inReplyTo = question.MessageId is { } id ? Snowflake.Parse(id) : null;
        if (
            delivery.Style == ReplyStyle.Thread
            && inReplyTo is { } start
            && question.Address is { Thread: null, IsDirect: false }
            && await TryStartThreadAsync(channel, start, question.Text, cancellationToken)
        )
        {
            // A thread has the id of the message that it starts from.
            (channel, inReplyTo) = (start, null);
        }

        await PostAsync(delivery, reply, channel, inReplyTo, cancellationToken);
    }

    /// <summary>
    /// Posts what nobody asked for: to the person's direct messages when it is private, else where the answer that it is about stands, or
    /// into the channel.
    /// </summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task AnnounceAsync(ChatDelivery delivery, RenderedReply reply, CancellationToken cancellationToken)
    {
        var turn = delivery.Question;
        if (turn.IsPrivate)
        {
            var direct = await rest.OpenDirectAsync(Snowflake.Parse(turn.User.Id), cancellationToken);
            await PostAsync(delivery, reply, direct.Id, null, cancellationToken);
        }
        else
        {
            await PostAsync(delivery, reply, cancellationToken);
        }
    }

    /// <summary>Posts what is not yet posted to a channel: the card, and where that is refused the texts.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostAsync(
        ChatDelivery delivery,
        RenderedReply reply,
        Snowflake channel,
        Snowflake? inReplyTo,
        CancellationToken cancellationToken
    )
    {
        if (reply.Card is { } card && await TryPostCardAsync(delivery, card, channel, inReplyTo, cancellationToken))
        {
            return;
        }

        for (int i = 0; i < reply.Texts.Count; i++)
        {
            if (delivery.Delivered.All(part => part.Part != i))
            {
                var posted = await CreateAsync(delivery, TextOf(reply.Texts[i]), i, channel, i == 0 ? inReplyTo : null, cancellationToken);
                await delivery.AcceptedAsync(i, posted.Id.ToString(), cancellationToken);
            }
        }
    }

    /// <summary>False when Discord refuses the form of the card, or has refused it before and a text was posted.</summary>
    private async Task<bool> TryPostCardAsync(
        ChatDelivery delivery,
        IReadOnlyList<Component> card,
        Snowflake channel,
        Snowflake? inReplyTo,
        CancellationToken cancellationToken
    )
    {
        if (delivery.Delivered.Count > 0)
        {
            return delivery.Delivered.Any(static part => part.Part == RenderedReply.CardPart);
        }

        try
        {
            MessageCreate message = new() { Components = card, Flags = MessageFlags.ComponentsV2 };
            var posted = await CreateAsync(delivery, message, RenderedReply.CardPart, channel, inReplyTo, cancellationToken);
            await delivery.AcceptedAsync(RenderedReply.CardPart, posted.Id.ToString(), cancellationToken);
            return true;
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused)
        {
            MessageLog.FormRefused(logger, channel, exception.Message);
            return false;
        }
    }

    /// <summary>Posts a text that is no part of a delivery, once for its nonce.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public Task<Message> PostAsync(Snowflake channel, RenderedPart part, string nonce, CancellationToken cancellationToken) =>
        CreatePlainlyAsync(channel, TextOf(part) with { Nonce = nonce, EnforceNonce = true }, cancellationToken);

    /// <summary>
    /// Says a line beside the reply: in answer to the message, and to a command by direct message, for what follows its deferral would take
    /// the answer's place.
    /// </summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        Snowflake? inReplyTo = question.ReplyToken is null && question.MessageId is { } id ? Snowflake.Parse(id) : null;
        var channel = inReplyTo is not null
            ? Snowflake.Parse(question.Address.Thread ?? question.Address.Channel)
            : (await rest.OpenDirectAsync(Snowflake.Parse(question.User.Id), cancellationToken)).Id;
        MessageCreate message = new()
        {
            Content = DiscordMarkdown.Escape(line),
            MessageReference = inReplyTo is { } start ? new MessageReference { MessageId = start, FailIfNotExists = false } : null,
            Nonce = QuestionNonce.OfLine(question.Id, line),
            EnforceNonce = true,
        };
        await rest.CreateMessageAsync(channel, message, cancellationToken);
    }

    private async Task<Message> CreateAsync(
        ChatDelivery delivery,
        MessageCreate content,
        int number,
        Snowflake channel,
        Snowflake? inReplyTo,
        CancellationToken cancellationToken
    )
    {
        var question = delivery.Question;
        var message = content with
        {
            MessageReference = inReplyTo is { } id ? new MessageReference { MessageId = id, FailIfNotExists = false } : null,
            Nonce = QuestionNonce.Of(question.Id, number),
            EnforceNonce = true,
        };
        try
        {
            return await postedBefore.FindAsync(question, channel, message, cancellationToken)
                ?? await CreateOrRewriteAsync(channel, message, delivery.IsRepeated, cancellationToken);
        }
        catch (DiscordApiException exception)
            when (inReplyTo is not null && exception.Code is DiscordErrorCodes.CannotReply or DiscordErrorCodes.InvalidForm)
        {
            // Without the permission to read the history a reply is refused; a message is not.
            return await CreatePlainlyAsync(channel, message with { MessageReference = null }, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused && message.Content is not null)
        {
            MessageLog.FormRefused(logger, channel, exception.Message);
            return await rest.CreateMessageAsync(channel, Plain(message), cancellationToken);
        }
    }

    /// <summary>
    /// Posts it; when a call that was given up had posted the reply to the question before its edit, that message gets the words of this
    /// one.
    /// </summary>
    private async Task<Message> CreateOrRewriteAsync(
        Snowflake channel,
        MessageCreate message,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        var posted = await rest.CreateMessageAsync(channel, message, cancellationToken);
        return !isRepeated || message.Content is null || posted.Content.Length == 0 || posted.Content == message.Content.Trim()
            ? posted
            : await rest.EditMessageAsync(
                channel,
                posted.Id,
                new MessageEdit { Content = message.Content, Components = message.Components ?? [] },
                cancellationToken
            );
    }

    private async Task<Message> CreatePlainlyAsync(Snowflake channel, MessageCreate message, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.CreateMessageAsync(channel, message, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused && message.Content is not null)
        {
            MessageLog.FormRefused(logger, channel, exception.Message);
            return await rest.CreateMessageAsync(channel, Plain(message), cancellationToken);
        }
    }

    private static MessageCreate Plain(MessageCreate message) =>
        message with
        {
            Content = new RenderedPart(message.Content!).Plain().Content,
            Components = null,
        };

    private static MessageCreate TextOf(RenderedPart part) => new() { Content = part.Content, Components = part.Components };

    /// <summary>Posts to the asker's direct messages what the channel does not take.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostDirectlyAsync(ChatDelivery delivery, RenderedReply reply, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var direct = await rest.OpenDirectAsync(Snowflake.Parse(question.User.Id), cancellationToken);
        MessageLog.GoesDirectly(logger, question.Id);
        string line = $"I may not write in <#{question.Address.Thread ?? question.Address.Channel}>, so here is my reply:";
        MessageCreate message = new()
        {
            Content = line,
            Nonce = QuestionNonce.OfLine(question.Id, line),
            EnforceNonce = true,
        };
        await rest.CreateMessageAsync(direct.Id, message, cancellationToken);
        await PostAsync(delivery, reply, direct.Id, null, cancellationToken);
    }

    private async Task<bool> TryStartThreadAsync(Snowflake channel, Snowflake start, string question, CancellationToken cancellationToken)
    {
        try
        {
            await rest.CreateThreadAsync(channel, start, new ThreadCreate { Name = ThreadName.Of(question) }, cancellationToken);
            return true;
        }
        catch (DiscordApiException exception) when (exception.Code == DiscordErrorCodes.ThreadExists)
        {
            return true;
        }
        catch (DiscordApiException exception) when (exception.Status is { } status && (int)status is >= 400 and < 500)
        {
            MessageLog.NoThread(logger, channel, exception.Message);
            return false;
        }
    }
}
