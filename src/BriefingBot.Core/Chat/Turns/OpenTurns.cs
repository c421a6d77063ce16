using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// What this process answers or posts now, so that a question whose asker takes it back, or wants no more of its answer, is let go at once.
/// Thread-safe.
/// </summary>
public sealed class OpenTurns
{
    private readonly ConcurrentDictionary<ChatQuestionId, OpenTurn> _turns = new();

    /// <summary>Work on a question begins; disposing what is given ends it. One at a time for each question.</summary>
    internal OpenTurn Begin(ChatQuestionId question, CancellationToken cancellationToken, bool isPosting = false)
    {
        OpenTurn turn = new(this, question, isPosting, cancellationToken);
        _turns[question] = turn;
        return turn;
    }

    /// <summary>
    /// The reader of an answer pressed stop: the work on it ends, and a <see cref="Delivery.NoticeKind.Stopped"/> takes its place. An
    /// answer that is being posted already is the platform's to end.
    /// </summary>
    public void Abandon(ChatQuestionId question)
    {
        if (_turns.TryGetValue(question, out var turn))
        {
            turn.Abandon();
        }
    }

    /// <summary>Stops the work on a question, if there is any.</summary>
    internal void Stop(ChatQuestionId question)
    {
        if (_turns.TryGetValue(question, out var turn))
        {
            turn.Stop();
        }
    }

    internal void End(OpenTurn turn) => _turns.TryRemove(KeyValuePair.Create(turn.Question, turn));
}
