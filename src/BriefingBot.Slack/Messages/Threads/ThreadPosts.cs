using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Threads;

/// <summary>Reads the post that a thread stands under. Thread-safe.</summary>
internal sealed class ThreadPosts(SlackWebApi api, AwaitedIdentity self, ILogger<ThreadPosts> logger)
{
    /// <summary>Its words; null when there is none, the bot wrote it, or it may not be read.</summary>
    public async Task<string?> ReadAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question.Address.Thread is not { } root)
        {
            return null;
        }

        try
        {
            var identity = await self.GetAsync(cancellationToken);
            var replies = await api.GetRepliesAsync(question.Address.Channel, root, null, 1, cancellationToken);
            var post = replies.FirstOrDefault(message => message.Ts == root);
            return post is null || post.User == identity.User || (identity.Bot is { } bot && post.BotId == bot) ? null : PostWords.Of(post);
        }
        catch (SlackApiException exception) when (exception is { IsTokenRefused: false })
        {
            ReplyLog.NotLooked(logger, question.Address.Channel, exception.Message);
            return null;
        }
    }
}
