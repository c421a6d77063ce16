using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

/// <summary>Hands the messages that are questions to the inbox. Thread-safe.</summary>
internal sealed class MessageHandler(
    MessageTriage triage,
    ChatInbox inbox,
    DirectChannels directs,
    ChatFailures failures,
    DiscordRestClient rest,
    TimeProvider clock,
    ILogger<MessageHandler> logger
)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>Deals with a message. When it returns, a question is journaled, or its asker was told that it could not be.</summary>
    public Task HandleAsync(Message message, BotIdentity self, CancellationToken cancellationToken) =>
        HandleAsync(message, self, inbox.AcceptAsync, cancellationToken);

    /// <summary>Deals with a message of a time without a session, edited or not.</summary>
    /// <returns>False when the message is no question to the bot.</returns>
    public Task<bool> HandleMissedAsync(Message message, bool isEdited, BotIdentity self, CancellationToken cancellationToken) =>
        HandleAsync(message, self, (question, token) => inbox.AcceptMissedAsync(question, isEdited, token), cancellationToken);

    /// <summary>Takes a message that was just edited: its new words count as long as it is not answered.</summary>
    /// <param name="message">The message as it is now.</param>
    /// <param name="isReplay">The edit may have been seen before.</param>
    /// <param name="self">The bot.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReviseAsync(Message message, bool isReplay, BotIdentity self, CancellationToken cancellationToken)
    {
        var isQuestion = isReplay
            ? HandleMissedAsync(message, isEdited: true, self, cancellationToken)
            : HandleAsync(message, self, inbox.ReviseAsync, cancellationToken);
        if (!await isQuestion && message.Author is { Bot: false })
        {
            await inbox.WithdrawAsync(MessageTriage.IdOf(message.Id), cancellationToken);
        }
    }

    /// <summary>Lets go of questions whose messages were deleted.</summary>
    public async Task WithdrawAsync(DeletedMessages deleted, CancellationToken cancellationToken)
    {
        foreach (var message in deleted.All)
        {
            await inbox.WithdrawAsync(MessageTriage.IdOf(message), cancellationToken);
        }
    }

    /// <returns>False when the message is no question to the bot.</returns>
    private async Task<bool> HandleAsync(
        Message message,
        BotIdentity self,
        Func<ChatQuestion, CancellationToken, Task<ChatArrival>> take,
        CancellationToken cancellationToken
    )
    {
        if (await triage.ReadAsync(message, self, cancellationToken) is not { } question)
        {
            return false;
        }

        if (question.Address.IsDirect)
        {
            await directs.RememberAsync(message.ChannelId, cancellationToken);
        }

        for (int i = 0; ; i++)
        {
            try
            {
                await take(question, cancellationToken);
                return true;
            }
            catch (StoreException exception) when (i < Pauses.Length)
            {
                MessageLog.NotJournaled(logger, question.Id, exception.Message);
                await Task.Delay(Pauses[i], clock, cancellationToken);
            }
            catch (StoreException exception)
            {
                await ApologizeAsync(question, failures.Report(exception, question.Id.ToString()), cancellationToken);
                return true;
            }
        }
    }

    private async Task ApologizeAsync(ChatQuestion question, string text, CancellationToken cancellationToken)
    {
        var id = Snowflake.Parse(question.MessageId!);
        MessageCreate message = new()
        {
            Content = text,
            MessageReference = new MessageReference { MessageId = id, FailIfNotExists = false },
            Nonce = QuestionNonce.Of(question.Id, 0),
            EnforceNonce = true,
        };
        await rest.CreateMessageAsync(Snowflake.Parse(question.Address.Thread ?? question.Address.Channel), message, cancellationToken);
    }
}
