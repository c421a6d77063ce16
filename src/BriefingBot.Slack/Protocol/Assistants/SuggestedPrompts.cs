namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>The arguments of assistant.threads.setSuggestedPrompts.</summary>
/// <param name="ChannelId">Direct messages with the bot.</param>
/// <param name="Prompts">1 to 4.</param>
internal sealed record SuggestedPrompts(string ChannelId, IReadOnlyList<SuggestedPrompt> Prompts)
{
    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>For apps with the older assistant view only: with the agent view, prompts of a thread show nowhere.</summary>
    public string? ThreadTs { get; init; }
}
