using System.Security.Cryptography;
using System.Text;
using BriefingBot.Slack.Protocol;

namespace BriefingBot.Slack.Inbound;

/// <summary>
/// Lets a delivery through once: retries, duplicates and replays of the last quarter of an hour have no effect, but for those whose first
/// try failed. Copies that come while the first is still worked on wait for its outcome. Thread-safe.
/// </summary>
internal sealed class DeliveryMemory(TimeProvider clock, int capacity = DeliveryMemory.UsualCapacity)
{
    /// <summary>
    /// How long a delivery is remembered: the last retry of an event comes after six minutes, and a signature is good for five.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int UsualCapacity = 50_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<SlackAck>> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long At)> _order = [];

    /// <summary>Hands the delivery to the receiver, or answers it as done when it was before.</summary>
    /// <returns>The ack; the payload goes to the first copy only.</returns>
    public async Task<SlackAck> ReceiveAsync(SlackDelivery delivery, SlackReceiver receiver, CancellationToken cancellationToken)
    {
        string key = Key(delivery);
        TaskCompletionSource<SlackAck> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SlackAck>? earlier;
        lock (_gate)
        {
            Forget();
            if (!_known.TryGetValue(key, out earlier))
            {
                _known[key] = mine.Task;
            }
        }

        if (earlier is not null)
        {
            await earlier.WaitAsync(cancellationToken);
            return SlackAck.Empty;
        }

        try
        {
            var ack = await receiver(delivery, cancellationToken);
            lock (_gate)
            {
                _order.Enqueue((key, clock.GetTimestamp()));
            }

            mine.SetResult(ack);
            return ack;
        }
        catch (Exception exception)
        {
            // Goes on to the caller; here the delivery is forgotten, so that its repetition is taken up.
            lock (_gate)
            {
                _known.Remove(key);
            }

            mine.SetException(exception);
            _ = mine.Task.Exception;
            throw;
        }
    }

    /// <summary>What the copies of a delivery have in common.</summary>
    private static string Key(SlackDelivery delivery)
    {
        string field = delivery.Kind == SlackDeliveryKind.EventsApi ? "event_id" : "trigger_id";
        return delivery.Payload.TryGetProperty(field, out var id) && JsonText.Of(id) is { Length: > 0 } text
            ? $"{field} {text}"
            : $"{delivery.Kind} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(delivery.Payload.GetRawText())))}";
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (_order.Count >= capacity || clock.GetElapsedTime(oldest.At) >= Lifetime))
        {
            _known.Remove(_order.Dequeue().Key);
        }
    }
}
