using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Slack.Messages.Threads;

/// <summary>
/// Lets direct messages go on from each other: answers stand in threads, but people write their next question beside them as often as in
/// them. Thread-safe.
/// </summary>
internal sealed class DirectConversations(IChatStateStore state, IQuestionJournal journal)
{
    /// <summary>After that a question beside the threads begins anew.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The answer that a question goes on from: the first one in its thread, or the one of shortly before; null when there is none.
    /// </summary>
    /// <param name="self">The bot.</param>
    /// <param name="channel">The direct messages.</param>
    /// <param name="thread">The thread; null beside the threads.</param>
    /// <param name="ts">The question.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Core.Retrieval.Store.StoreException">The store cannot be used.</exception>
    public async Task<string?> FindEarlierAnswerAsync(
        BotIdentity self,
        string channel,
        string? thread,
        string ts,
        CancellationToken cancellationToken
    )
    {
        string? root = thread ?? await ReplaceLatestAsync(channel, ts, cancellationToken);
        if (root is null)
        {
            return null;
        }

        var earlier = await journal.FindAsync(MessageTriage.IdOf(self, channel, root), cancellationToken);
        return earlier?.Delivered is [var first, ..] ? first.MessageId : null;
    }

    private async Task<string?> ReplaceLatestAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        string key = $"direct/{channel}";
        string? latest = await state.GetPlatformStateAsync(SlackPlatform.PlatformName, key, cancellationToken);
        if (string.CompareOrdinal(latest, ts) >= 0)
        {
            // Delivered again, or late: what came first found out already what it goes on from.
            return null;
        }

        await state.SetPlatformStateAsync(SlackPlatform.PlatformName, key, ts, cancellationToken);
        return latest is not null && MessageTime.Of(ts) - MessageTime.Of(latest) < Pause ? latest : null;
    }
}
