using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Looks for what the bot has posted already, after a call of unknown fate or a process that was killed. Thread-safe.</summary>
internal sealed class PostedBefore(SlackWebApi api, AwaitedIdentity self, ILogger<PostedBefore> logger)
{
    private const int Most = 400;

    /// <summary>The bot's messages in a place; none when it may not read there: whether it may post is told by posting.</summary>
    /// <param name="place">Where.</param>
    /// <param name="after">Only messages after this ts; null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack could not be asked now.</exception>
    public async Task<PostedMessages> ReadAsync(ReplyPlace place, string? after, CancellationToken cancellationToken)
    {
        var identity = await self.GetAsync(cancellationToken);
        try
        {
            var messages = place.ThreadTs is { } thread
                ? await api.GetRepliesAsync(place.Channel, thread, after, Most, cancellationToken)
                : await api.GetHistoryAsync(place.Channel, after, Most, cancellationToken);
            return new PostedMessages([.. messages.Where(message => IsOwn(message, identity))]);
        }
        catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
        {
            ReplyLog.NotLooked(logger, place.Channel, exception.Message);
            return PostedMessages.None;
        }
    }

    private static bool IsOwn(Message message, BotIdentity identity) =>
        message.User == identity.User || (identity.Bot is { } bot && message.BotId == bot);
}
