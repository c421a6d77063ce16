namespace BriefingBot.Slack.Protocol;

/// <summary>The arguments of assistant.threads.setSuggestedPrompts.</summary>
internal sealed record SuggestedPrompts(string ChannelId, IReadOnlyList<SuggestedPrompt> Prompts)
{
    public string? Title { get; init; }
}
