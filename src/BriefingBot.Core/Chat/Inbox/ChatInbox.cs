using System.Threading.Channels;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>Takes questions from the adapters: decides whether they are for the bot, journals them, and lets them wait for <see cref="ChatTurnRunner"/>. Thread-safe.</summary>
public sealed class ChatInbox(IQuestionJournal journal, IConversationLog conversations, IChatStateStore state, ChatProcess process, IOptions<ChatOptions> options)
{
    private readonly Channel<ChatQuestion> _waiting = Channel.CreateBounded<ChatQuestion>(options.Value.MaxWaiting);

    internal ChannelReader<ChatQuestion> Waiting => _waiting.Reader;

    /// <summary>Takes a question. Quick: one look at the settings and one write; acknowledge the event to the platform when it returns, not before.</summary>
    /// <exception cref="StoreException">It could not be journaled; do not acknowledge it, so that the platform delivers it again.</exception>
    public async Task<ChatArrival> AcceptAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (!await IsForBotAsync(question, cancellationToken))
        {
            return ChatArrival.Ignored;
        }

        if (!await journal.TryBeginAsync(question, process.Owner, TimeSpan.FromSeconds(options.Value.ClaimSeconds), cancellationToken))
        {
            return ChatArrival.Known;
        }

        if (!_waiting.Writer.TryWrite(question))
        {
            // No room here: the journal keeps it for whoever has caught up first.
            await journal.ReleaseAsync(question.Id, process.Owner, TimeSpan.Zero, cancellationToken);
        }

        return ChatArrival.Accepted;
    }

    private async Task<bool> IsForBotAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question.Kind is ChatQuestionKind.Slash or ChatQuestionKind.Shortcut)
        {
            return true;
        }

        var settings = await state.GetSettingsAsync(question.Address, cancellationToken);
        if (!settings.Enabled || question.Kind != ChatQuestionKind.FollowUp)
        {
            return settings.Enabled;
        }

        return settings.FollowUpsWithoutMention
            && ThreadTalk.IsQuestion(question.Text)
            && (await conversations.ReadTurnsAsync(ConversationId.Of(question), 1, cancellationToken)).Count > 0;
    }
}
