namespace BriefingBot.TestServers.Slack.Delivery;

public enum DeliveryKind
{
    /// <summary>An event; retried until it is acknowledged.</summary>
    Event,

    /// <summary>A slash command; sent once.</summary>
    Command,

    /// <summary>A click, a shortcut, a submitted view; sent once.</summary>
    Interaction,
}
