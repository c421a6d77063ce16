using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Questions whose state could not be written: let go as soon as the journal can be written again, and then taken up anew. Thread-safe.
/// </summary>
public sealed class UnfinishedQuestions(IQuestionJournal journal, ChatProcess process)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A store that takes some writes and not others, such as a full one, needs time.</summary>
    private static readonly TimeSpan PauseOfStore = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ChatQuestionId, bool> _dropped = new();

    /// <summary>Remembers one.</summary>
    /// <param name="question">Which.</param>
    /// <param name="exception">What ended the work on it: a failure of the store says nothing of the question and is no attempt.</param>
    internal void Add(ChatQuestionId question, Exception exception) => _dropped[question] = exception is StoreException;

    /// <summary>Is it still to be let go? Who claims it meanwhile must not work on it.</summary>
    internal bool Contains(ChatQuestionId question) => _dropped.ContainsKey(question);

    /// <summary>Lets all of them go.</summary>
    /// <exception cref="StoreException">Not yet.</exception>
    internal async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, isStore) in _dropped)
        {
            await (
                isStore
                    ? journal.PutOffAsync(id, process.Owner, PauseOfStore, cancellationToken)
                    : journal.ReleaseAsync(id, process.Owner, Pause, cancellationToken)
            );
            _dropped.TryRemove(id, out _);
        }
    }
}
