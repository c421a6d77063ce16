using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>Channels in which nothing new may be posted for now, as after a burst of others. Safe to call from any thread.</summary>
public sealed class ChannelLimits
{
    private static readonly string[] Methods = ["chat.postMessage", "chat.startStream"];
    private readonly SlackState _state;
    private readonly Dictionary<string, TimeSpan> _limited = new(StringComparer.Ordinal);

    internal ChannelLimits(SlackState state) => _state = state;

    /// <summary>Every new message in the channel is answered 429 until it is lifted.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="retryAfter">What each refusal says, in whole seconds.</param>
    public void Limit(FakeChannel channel, TimeSpan retryAfter)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            _limited[channel.Id] = retryAfter;
        }
    }

    /// <summary>The channel takes messages again.</summary>
    public void Lift(FakeChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Gate)
        {
            _limited.Remove(channel.Id);
        }
    }

    internal TimeSpan? Find(string method, string? channel) =>
        channel is not null && Methods.Contains(method) && _limited.TryGetValue(channel, out TimeSpan wait) ? wait : null;
}
