namespace BriefingBot.Slack.Protocol;

/// <summary>What was posted.</summary>
internal sealed record PostedMessage
{
    /// <summary>The channel's id, also when a user was named.</summary>
    public string Channel { get; init; } = "";

    public string Ts { get; init; } = "";

    public Message? Message { get; init; }
}
