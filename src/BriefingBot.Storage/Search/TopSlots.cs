using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Search;

/// <summary>Keeps the rows of the greatest scores; of equal ones those offered first.</summary>
internal sealed class TopSlots(int limit)
{
    private readonly PriorityQueue<int, (float Score, int Order)> _queue = new(Math.Min(limit, 1024));

    /// <summary>What a row must beat to get in.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>Offers a row; rows come in ascending order.</summary>
    public void Offer(int slot, float score)
    {
        if (_queue.Count < limit)
        {
            _queue.Enqueue(slot, (score, -slot));
        }
        else if (score > Threshold)
        {
            _queue.EnqueueDequeue(slot, (score, -slot));
        }
        else
        {
            return;
        }

        if (_queue.Count == limit)
        {
            _queue.TryPeek(out _, out var least);
            Threshold = least.Score;
        }
    }

    /// <summary>Empties it into hits, best first.</summary>
    public PassageHit[] ToHits(PassageColumns columns)
    {
        var hits = new PassageHit[_queue.Count];
        for (int i = hits.Length - 1; i >= 0; i--)
        {
            _queue.TryDequeue(out int slot, out var priority);
            hits[i] = new PassageHit(columns.Keys[slot], priority.Score);
        }

        return hits;
    }
}
