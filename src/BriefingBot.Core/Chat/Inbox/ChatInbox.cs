using System.Threading.Channels;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// Takes questions from the adapters: decides whether they are for the bot, journals them, and lets them wait for
/// <see cref="ChatTurnRunner"/>. Thread-safe.
/// </summary>
public sealed class ChatInbox(
    IQuestionJournal journal,
    IConversationLog conversations,
    IChatStateStore state,
    ChatProcess process,
    IOptions<ChatOptions> options
)
{
    private readonly SilenceNotices _silences = new();
    private readonly Channel<bool> _nudges = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Channel<ChatQuestion> _waiting = Channel.CreateBounded<ChatQuestion>(options.Value.MaxWaiting);

    internal ChannelReader<ChatQuestion> Waiting => _waiting.Reader;

    /// <summary>Something stands in the journal that did not come through here.</summary>
    internal ChannelReader<bool> Nudges => _nudges.Reader;

    /// <summary>Told of every open question whose asker changed it or took it back: work on it as it was is in vain.</summary>
    internal Action<ChatQuestionId> OnChanged { get; set; } = static _ => { };

    /// <summary>Has the journal looked through now.</summary>
    internal void Nudge() => _nudges.Writer.TryWrite(true);

    /// <summary>
    /// Takes a question. Quick: one look at the settings and one write; acknowledge the event to the platform when it returns, not before.
    /// </summary>
    /// <exception cref="StoreException">It could not be journaled; do not acknowledge it, so that the platform delivers it
    /// again.</exception>
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

    /// <summary>
    /// Takes a message that was edited: it becomes a question, its new words take the place of those of a question that is not answered
    /// yet, or that question is withdrawn because it is for the bot no longer.
    /// </summary>
    /// <exception cref="StoreException">It could not be journaled.</exception>
    public async Task<ChatArrival> ReviseAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        var arrival = await AcceptAsync(question, cancellationToken);
        if (arrival == ChatArrival.Ignored)
        {
            await WithdrawAsync(question.Id, cancellationToken);
        }
        else if (arrival == ChatArrival.Known && await journal.TryReviseAsync(question, cancellationToken))
        {
            OnChanged(question.Id);
        }

        return arrival;
    }

    /// <summary>
    /// Takes a message that may have been seen before (found after a time without a connection, replayed or delivered again): what is older
    /// than the switch that lets the bot answer was decided before it, so that talk which was rightly ignored is not answered because a
    /// setting changed since.
    /// </summary>
    /// <param name="question">The message.</param>
    /// <param name="isEdited">It was edited: where it is an open question already, its new words take the place of the old.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">It could not be journaled.</exception>
    public async Task<ChatArrival> AcceptMissedAsync(ChatQuestion question, bool isEdited, CancellationToken cancellationToken)
    {
        if (!(await state.GetOpenedAsync(question.Address, cancellationToken) > question.Asked))
        {
            return await (isEdited ? ReviseAsync(question, cancellationToken) : AcceptAsync(question, cancellationToken));
        }

        if (!isEdited || !await journal.TryReviseAsync(question, cancellationToken))
        {
            return ChatArrival.Ignored;
        }

        OnChanged(question.Id);
        return ChatArrival.Known;
    }

    /// <summary>
    /// Its asker deleted the message: when it is a question that is not answered yet, it never is. Anything else is left as it is.
    /// </summary>
    /// <exception cref="StoreException">It could not be written down.</exception>
    public async Task WithdrawAsync(ChatQuestionId question, CancellationToken cancellationToken)
    {
        if (await journal.TryWithdrawAsync(question, cancellationToken))
        {
            OnChanged(question);
        }
    }

    private async Task<bool> IsForBotAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question.Kind is ChatQuestionKind.Slash or ChatQuestionKind.Shortcut)
        {
            return true;
        }

        var settings = await state.GetSettingsAsync(question.Address, cancellationToken);
        if (!settings.Enabled)
        {
            // Silence without a word looks like a bot that is broken: who addresses it learns once that it is switched off.
            return question.Kind != ChatQuestionKind.FollowUp && _silences.IsToTell(question);
        }

        _silences.Forget(question.Address);
        if (question.Kind != ChatQuestionKind.FollowUp)
        {
            return true;
        }

        return settings.FollowUpsWithoutMention
            && ThreadTalk.IsQuestion(question.Text)
            && (await conversations.ReadTurnsAsync(ConversationId.Of(question), 1, cancellationToken)).Count > 0;
    }
}
