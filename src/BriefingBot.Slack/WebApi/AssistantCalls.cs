using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Assistants;

namespace BriefingBot.Slack.WebApi;

/// <summary>The calls for what a chat with the bot shows around its messages: status, title and suggested questions. Thread-safe.</summary>
internal sealed class AssistantCalls(WebApiSender sender)
{
    /// <summary>
    /// Shows what the bot does in a thread, for two minutes or until it posts there; empty ends it. Given up when limited.
    /// </summary>
    public Task SetStatusAsync(
        string channel,
        string threadTs,
        string status,
        CancellationToken cancellationToken,
        IReadOnlyList<string>? loadingMessages = null
    ) =>
        sender.SendAsync(
            WebApiCall
                .Write(
                    "assistant.threads.setStatus",
                    new ThreadStatus(channel, threadTs, status) { LoadingMessages = loadingMessages },
                    SlackJsonContext.Default.ThreadStatus
                )
                .Fleeting() with
            {
                Channel = channel,
            },
            cancellationToken
        );

    /// <summary>Offers questions in direct messages, at most four; in a thread for the older assistant view only.</summary>
    public Task SetSuggestedPromptsAsync(
        string channel,
        IReadOnlyList<SuggestedPrompt> prompts,
        string? title,
        CancellationToken cancellationToken,
        string? threadTs = null
    ) =>
        sender.SendAsync(
            WebApiCall.Write(
                "assistant.threads.setSuggestedPrompts",
                new SuggestedPrompts(channel, prompts) { Title = title, ThreadTs = threadTs },
                SlackJsonContext.Default.SuggestedPrompts
            ),
            cancellationToken
        );

    /// <summary>Names a thread with the bot.</summary>
    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken) =>
        sender.SendAsync(
            WebApiCall
                .Write("assistant.threads.setTitle", new ThreadTitle(channel, threadTs, title), SlackJsonContext.Default.ThreadTitle)
                .Fleeting(),
            cancellationToken
        );

    /// <summary>Says whether the bot works in a chat with it. Given up when limited.</summary>
    public Task SetSessionStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) =>
        sender.SendAsync(
            WebApiCall
                .Write("agents.sessions.setStatus", new SessionStatus(channel, threadTs, status), SlackJsonContext.Default.SessionStatus)
                .Fleeting() with
            {
                Channel = channel,
            },
            cancellationToken
        );
}
