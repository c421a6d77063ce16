namespace BriefingBot.TestServers.Slack.Delivery;

public enum DeliveryState
{
    /// <summary>On its way, or waiting for a retry.</summary>
    Pending,
    Acknowledged,

    /// <summary>No attempt brought it, and there will be no other.</summary>
    Failed,
}
