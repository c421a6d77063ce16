using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>A slash command, a shortcut, a click or a submitted view. What comes back is in <see cref="Records.SlackRecord"/>.</summary>
public sealed class FakeInteraction
{
    internal FakeInteraction(FakeUser user, FakeChannel? channel, FakeMessage? source, string triggerId)
    {
        User = user;
        Channel = channel;
        Source = source;
        TriggerId = triggerId;
    }

    public FakeUser User { get; }

    /// <summary>Null on the home tab and in modals.</summary>
    public FakeChannel? Channel { get; }

    /// <summary>The message with the button, or the one that the shortcut was called on.</summary>
    public FakeMessage? Source { get; }

    public string TriggerId { get; }

    /// <summary>Null where Slack gives none: on the home tab and in modals.</summary>
    public Uri? ResponseUrl { get; internal set; }

    /// <summary>How it came to the bot; <see cref="DeliveryState.Failed"/> is what a person sees as "failed with the error".</summary>
    public FakeDelivery Delivery { get; internal set; } = null!;

    /// <summary>Successful uses of <see cref="ResponseUrl"/>.</summary>
    public int ResponseUrlUses { get; internal set; }

    /// <summary>Clicks only: the message there can be replaced and deleted.</summary>
    internal bool CanReplace { get; init; }

    internal DateTimeOffset ResponseUrlEndsAt { get; set; }
}
