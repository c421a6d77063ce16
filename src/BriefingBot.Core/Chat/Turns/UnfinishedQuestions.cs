using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Questions whose state could not be written: let go as soon as the journal can be written again, and then taken up anew. Thread-safe.
/// </summary>
public sealed class UnfinishedQuestions(IQuestionJournal journal, ChatProcess process)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly ConcurrentQueue<ChatQuestionId> _dropped = new();

    /// <summary>Remembers one.</summary>
    internal void Add(ChatQuestionId question) => _dropped.Enqueue(question);

    /// <summary>Lets all of them go.</summary>
    /// <exception cref="Retrieval.Store.StoreException">Not yet.</exception>
    internal async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        while (_dropped.TryPeek(out var id))
        {
            await journal.ReleaseAsync(id, process.Owner, Pause, cancellationToken);
            _dropped.TryDequeue(out _);
        }
    }
}
