using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Threads;

/// <summary>
/// Names the chats with the bot after their first question, so that people find them again; a failure costs nothing. Thread-safe.
/// </summary>
internal sealed class ThreadTitles(
    SlackWebApi api,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    ILogger<ThreadTitles> logger
)
{
    private const int Longest = 80;

    /// <summary>Names the chat that a question begins; nothing for any other. Never waits.</summary>
    public void Begin(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (
            question is { Address: { IsDirect: true, Thread: { } thread, Channel: var channel }, Text: { Length: > 0 } text }
            && thread == question.MessageId
        )
        {
            work.Start("The title of a chat", token => SetAsync(channel, thread, Shorten(text), token), cancellationToken);
        }
    }

    private async Task SetAsync(string channel, string thread, string title, CancellationToken cancellationToken)
    {
        try
        {
            await api.Assistant.SetTitleAsync(channel, thread, title, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            ReplyLog.NoStatus(logger, channel, exception.Message);
        }
    }

    private static string Shorten(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        int blank = text.LastIndexOf(' ', Longest - 1);
        return $"{text[..(blank > 0 ? blank : Longest - 1 - (char.IsLowSurrogate(text[Longest - 1]) ? 1 : 0))]}…";
    }
}
