namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A call of assistant.threads.setSuggestedPrompts.</summary>
/// <param name="Channel">The DM.</param>
/// <param name="ThreadTs">For assistant_view only.</param>
/// <param name="Title">The heading; null for Slack's own.</param>
/// <param name="Prompts">Title and message of each.</param>
/// <param name="IsShown">False when Slack takes the call and shows nothing: with a thread in agent_view.</param>
public sealed record SuggestedPrompts(
    FakeChannel Channel,
    string? ThreadTs,
    string? Title,
    IReadOnlyList<(string Title, string Message)> Prompts,
    bool IsShown
);
