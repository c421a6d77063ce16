using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>Posts replies as messages: in reply to the question, or in a thread that starts from it. Each part once, however often it is tried.</summary>
internal sealed class ChannelReplies(DiscordRestClient rest, PostedBefore postedBefore, ILogger<ChannelReplies> logger)
{
    /// <summary>Posts what is not yet posted.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostAsync(ChatDelivery delivery, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
        Snowflake? inReplyTo = question.MessageId is { } id ? Snowflake.Parse(id) : null;
        if (delivery.Style == ReplyStyle.Thread && inReplyTo is { } start && question.Address is { Thread: null, IsDirect: false }
            && await TryStartThreadAsync(channel, start, question.Text, cancellationToken))
        {
            // A thread has the id of the message that it starts from.
            (channel, inReplyTo) = (start, null);
        }

        await PostAsync(delivery, parts, channel, inReplyTo, cancellationToken);
    }

    /// <summary>Posts what nobody asked for: to the person's direct messages when it is private, else where the answer that it is about stands, or into the channel.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task AnnounceAsync(ChatDelivery delivery, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
    {
        var turn = delivery.Question;
        if (turn.IsPrivate)
        {
            var direct = await rest.OpenDirectAsync(Snowflake.Parse(turn.User.Id), cancellationToken);
            await PostAsync(delivery, parts, direct.Id, null, cancellationToken);
        }
        else
        {
            await PostAsync(delivery, parts, cancellationToken);
        }
    }

    /// <summary>Posts what is not yet posted to a channel.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostAsync(ChatDelivery delivery, IReadOnlyList<RenderedPart> parts, Snowflake channel, Snowflake? inReplyTo, CancellationToken cancellationToken)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (delivery.Delivered.All(part => part.Part != i))
            {
                var posted = await CreateAsync(delivery, parts[i], i, channel, i == 0 ? inReplyTo : null, cancellationToken);
                await delivery.AcceptedAsync(i, posted.Id.ToString(), cancellationToken);
            }
        }
    }

    /// <summary>Says a line beside the reply: in answer to the message, and to a command by direct message, for what follows its deferral would take the answer's place.</summary>
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

    private async Task<Message> CreateAsync(ChatDelivery delivery, RenderedPart part, int number, Snowflake channel, Snowflake? inReplyTo, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        MessageCreate message = new()
        {
            Content = part.Content,
            Components = part.Components,
            MessageReference = inReplyTo is { } id ? new MessageReference { MessageId = id, FailIfNotExists = false } : null,
            Nonce = QuestionNonce.Of(question.Id, number),
            EnforceNonce = true,
        };
        try
        {
            return await postedBefore.FindAsync(question, channel, message, cancellationToken) ?? await CreateOrRewriteAsync(channel, message, delivery.IsRepeated, cancellationToken);
        }
        catch (DiscordApiException exception) when (inReplyTo is not null && exception.Code is DiscordErrorCodes.CannotReply or DiscordErrorCodes.InvalidForm)
        {
            // Without the permission to read the history a reply is refused; a message is not.
            return await CreatePlainlyAsync(channel, message with { MessageReference = null }, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused)
        {
            MessageLog.FormRefused(logger, channel, exception.Message);
            return await rest.CreateMessageAsync(channel, Plain(message), cancellationToken);
        }
    }

    /// <summary>Posts it; when a call that was given up had posted the reply to the question before its edit, that message gets the words of this one.</summary>
    private async Task<Message> CreateOrRewriteAsync(Snowflake channel, MessageCreate message, bool isRepeated, CancellationToken cancellationToken)
    {
        var posted = await rest.CreateMessageAsync(channel, message, cancellationToken);
        return !isRepeated || posted.Content.Length == 0 || posted.Content == message.Content?.Trim()
            ? posted
            : await rest.EditMessageAsync(channel, posted.Id, new MessageEdit { Content = message.Content, Components = message.Components ?? [] }, cancellationToken);
    }

    private async Task<Message> CreatePlainlyAsync(Snowflake channel, MessageCreate message, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.CreateMessageAsync(channel, message, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.IsFormRefused)
        {
            MessageLog.FormRefused(logger, channel, exception.Message);
            return await rest.CreateMessageAsync(channel, Plain(message), cancellationToken);
        }
    }

    /// <summary>The words alone, within the limit.</summary>
    private static MessageCreate Plain(MessageCreate message)
    {
        string content = message.Content ?? "";
        int end = Math.Min(content.Length, DiscordMarkup.Limits.Length);
        end -= end < content.Length && char.IsLowSurrogate(content[end]) ? 1 : 0;
        return message with { Content = content[..end], Components = null };
    }

    /// <summary>Posts to the asker's direct messages what the channel does not take.</summary>
    /// <exception cref="DiscordApiException">Discord did not accept it.</exception>
    public async Task PostDirectlyAsync(ChatDelivery delivery, IReadOnlyList<RenderedPart> parts, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var direct = await rest.OpenDirectAsync(Snowflake.Parse(question.User.Id), cancellationToken);
        MessageLog.GoesDirectly(logger, question.Id);
        string line = $"I may not write in <#{question.Address.Thread ?? question.Address.Channel}>, so here is my reply:";
        MessageCreate message = new() { Content = line, Nonce = QuestionNonce.OfLine(question.Id, line), EnforceNonce = true };
        await rest.CreateMessageAsync(direct.Id, message, cancellationToken);
        await PostAsync(delivery, parts, direct.Id, null, cancellationToken);
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
