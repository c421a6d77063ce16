using System.Collections.Concurrent;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>
/// How many answers may be streamed: Slack lets some twenty begin in a minute over all channels, and a stream that would have to wait for
/// its turn is slower than a message. Knows too where streams are refused. Thread-safe.
/// </summary>
internal sealed class StreamBudget(TimeProvider clock)
{
    private const int PerMinute = 15;

    /// <summary>Settings of a workspace change; then streams are tried again.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private double _left = PerMinute;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes the right to begin one; false when it has to be a message.</summary>
    public bool TryTake(string channel)
    {
        if (_refused.TryGetValue(channel, out long since) && clock.GetElapsedTime(since) < Refusal)
        {
            return false;
        }

        lock (_gate)
        {
            long now = clock.GetTimestamp();
            _left = Math.Min(PerMinute, _left + (clock.GetElapsedTime(_at, now).TotalMinutes * PerMinute));
            _at = now;
            if (_left < 1)
            {
                return false;
            }

            _left--;
            return true;
        }
    }

    /// <summary>Slack streams nothing in this channel.</summary>
    public void Refuse(string channel) => _refused[channel] = clock.GetTimestamp();
}
