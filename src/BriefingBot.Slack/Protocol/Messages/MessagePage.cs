namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>Some messages of a thread or of a channel.</summary>
internal sealed record MessagePage
{
    public IReadOnlyList<Message>? Messages { get; init; }

    public bool HasMore { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}
