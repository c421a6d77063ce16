using System.Threading.Channels;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>Questions that wait, one lane a conversation: those of one conversation are worked on in their order, those of different ones at once. Thread-safe.</summary>
internal sealed class ConversationLanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationId, Queue<ChatQuestion>> _lanes = [];
    private readonly Channel<ConversationId> _ready = Channel.CreateUnbounded<ConversationId>();
    private int _count;

    /// <summary>How many questions wait or are worked on.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Puts a question at the end of its lane.</summary>
    public void Enqueue(ChatQuestion question)
    {
        var id = ConversationId.Of(question);
        lock (_lock)
        {
            _count++;
            if (_lanes.TryGetValue(id, out var lane))
            {
                lane.Enqueue(question);
                return;
            }

            _lanes.Add(id, new Queue<ChatQuestion>([question]));
        }

        _ready.Writer.TryWrite(id);
    }

    /// <summary>Works on one question after the other until cancelled; may run several times at once.</summary>
    public async Task WorkAsync(Func<ChatQuestion, Task> work, CancellationToken cancellationToken)
    {
        await foreach (var id in _ready.Reader.ReadAllAsync(cancellationToken))
        {
            await work(Peek(id));
            Complete(id);
        }
    }

    private ChatQuestion Peek(ConversationId id)
    {
        lock (_lock)
        {
            return _lanes[id].Peek();
        }
    }

    private void Complete(ConversationId id)
    {
        lock (_lock)
        {
            _count--;
            var lane = _lanes[id];
            lane.Dequeue();
            if (lane.Count == 0)
            {
                _lanes.Remove(id);
                return;
            }
        }

        // Behind the others that are ready: a busy conversation does not keep them waiting.
        _ready.Writer.TryWrite(id);
    }
}
