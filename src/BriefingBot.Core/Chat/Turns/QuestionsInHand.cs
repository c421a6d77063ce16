using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// The questions that this process works on. One may be there twice: when it was edited it begins anew before its former turn ends.
/// Thread-safe.
/// </summary>
internal sealed class QuestionsInHand
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ChatQuestionId, int> _turns = [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<ChatQuestionId> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _turns.Keys];
            }
        }
    }

    /// <summary>Is it worked on?</summary>
    public bool Contains(ChatQuestionId question)
    {
        lock (_lock)
        {
            return _turns.ContainsKey(question);
        }
    }

    /// <summary>A turn of it begins.</summary>
    public void Begin(ChatQuestionId question)
    {
        lock (_lock)
        {
            _turns[question] = _turns.GetValueOrDefault(question) + 1;
        }
    }

    /// <summary>A turn of it ends.</summary>
    public void End(ChatQuestionId question)
    {
        lock (_lock)
        {
            if (_turns.TryGetValue(question, out int turns) && turns > 1)
            {
                _turns[question] = turns - 1;
            }
            else
            {
                _turns.Remove(question);
            }
        }
    }
}
