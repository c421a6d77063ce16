namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>The arguments of assistant.threads.setStatus.</summary>
internal sealed record ThreadStatus(string ChannelId, string ThreadTs, string Status)
{
    /// <summary>At most 10, shown in turn.</summary>
    public IReadOnlyList<string>? LoadingMessages { get; init; }
}
