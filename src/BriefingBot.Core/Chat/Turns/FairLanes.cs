using System.Runtime.InteropServices;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Work that waits, one lane a conversation: that of one conversation is done in its order. Of the lanes that could go on, the one whose
/// channel, and then whose person, has the least under way and was served the longest ago goes first, and no channel or person has more
/// under way than its share. Thread-safe.
/// </summary>
/// <param name="perChannel">How much of one channel is worked on at once.</param>
/// <param name="perPerson">How much of one person is worked on at once.</param>
internal sealed class FairLanes<T>(int perChannel, int perPerson)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationId, Queue<Waiting>> _lanes = [];
    private readonly Dictionary<ConversationId, Waiting> _ready = [];
    private readonly Dictionary<string, FairShare> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FairShare> _people = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private long _clock;
    private int _count;

    /// <summary>How much waits or is worked on.</summary>
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

    /// <summary>Puts an item at the end of its lane.</summary>
    public void Enqueue(T item, LaneKeys keys)
    {
        lock (_lock)
        {
            _count++;
            ShareOf(_channels, keys.Channel).Open++;
            ShareOf(_people, keys.Person).Open++;
            Waiting waiting = new(item, keys, ++_clock);
            if (_lanes.TryGetValue(keys.Conversation, out var lane))
            {
                lane.Enqueue(waiting);
                return;
            }

            _lanes.Add(keys.Conversation, new Queue<Waiting>());
            _ready.Add(keys.Conversation, waiting);
            Signal();
        }
    }

    /// <summary>Works on one item after the other until cancelled; may run several times at once.</summary>
    public async Task WorkAsync(Func<T, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (item, keys) = await TakeAsync(cancellationToken);
            try
            {
                await work(item);
            }
            finally
            {
                Complete(keys);
            }
        }
    }

    /// <summary>Waits for the next item; the caller ends it by <see cref="Complete"/>.</summary>
    public async Task<(T Item, LaneKeys Keys)> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Choose() is { } next)
                {
                    Begin(next);
                    return (next.Item, next.Keys);
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>An item that was taken is done; the next of its conversation may go.</summary>
    public void Complete(LaneKeys keys)
    {
        lock (_lock)
        {
            _count--;
            End(_channels, keys.Channel);
            End(_people, keys.Person);
            if (_lanes[keys.Conversation].TryDequeue(out var next))
            {
                _ready.Add(keys.Conversation, next);
            }
            else
            {
                _lanes.Remove(keys.Conversation);
            }

            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static FairShare ShareOf(Dictionary<string, FairShare> shares, string key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(shares, key, out _) ??= new FairShare();

    private static void End(Dictionary<string, FairShare> shares, string key)
    {
        var share = shares[key];
        share.Running--;
        if (--share.Open == 0)
        {
            shares.Remove(key);
        }
    }

    private void Signal()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }

    private Waiting? Choose()
    {
        Waiting? best = null;
        (int, long, int, long, long) bestRank = default;
        foreach (var waiting in _ready.Values)
        {
            var channel = _channels[waiting.Keys.Channel];
            var person = _people[waiting.Keys.Person];
            if (channel.Running >= perChannel || person.Running >= perPerson)
            {
                continue;
            }

            var rank = (channel.Running, channel.LastServed, person.Running, person.LastServed, waiting.Arrived);
            if (best is null || rank.CompareTo(bestRank) < 0)
            {
                (best, bestRank) = (waiting, rank);
            }
        }

        return best;
    }

    private void Begin(Waiting next)
    {
        _ready.Remove(next.Keys.Conversation);
        _clock++;
        foreach (var share in new[] { _channels[next.Keys.Channel], _people[next.Keys.Person] })
        {
            share.Running++;
            share.LastServed = _clock;
        }
    }

    private sealed record Waiting(T Item, LaneKeys Keys, long Arrived);
}
