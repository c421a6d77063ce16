namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>What was posted.</summary>
internal sealed record PostedMessage
{
    /// <summary>The channel's id, also when a user was named.</summary>
    public string Channel
    {
        get;
        init => field = value ?? "";
    } = "";

    public string Ts
    {
        get;
        init => field = value ?? "";
    } = "";

    public Message? Message { get; init; }
}
