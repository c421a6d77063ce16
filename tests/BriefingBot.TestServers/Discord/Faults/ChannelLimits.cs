using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>Channels in which nothing may be posted for now, as after a burst of others. Safe to call from any thread.</summary>
public sealed class ChannelLimits
{
    private readonly DiscordState _state;
    private readonly Dictionary<string, TimeSpan> _limited = new(StringComparer.Ordinal);

    internal ChannelLimits(DiscordState state) => _state = state;

    /// <summary>Every POST below the channel is answered 429 until it is lifted.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="retryAfter">What each refusal says.</param>
    public void Limit(FakeChannel channel, TimeSpan retryAfter)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            _limited[channel.Id.ToString()] = retryAfter;
        }
    }

    /// <summary>The channel takes messages again.</summary>
    public void Lift(FakeChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            _limited.Remove(channel.Id.ToString());
        }
    }

    internal TimeSpan? Find(string method, object? channel) =>
        method == "POST" && channel?.ToString() is { } id && _limited.TryGetValue(id, out TimeSpan wait) ? wait : null;
}
