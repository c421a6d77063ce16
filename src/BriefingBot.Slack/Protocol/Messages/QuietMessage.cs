namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>A message whose links bring no previews: a preview fetches the address, and links may come from documents.</summary>
internal abstract record QuietMessage
{
    public bool UnfurlLinks { get; }

    public bool UnfurlMedia { get; }
}
