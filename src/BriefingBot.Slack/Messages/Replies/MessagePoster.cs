using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Posts a message once: when nobody knows what became of a call, the place is looked at before the next. Thread-safe.</summary>
internal sealed class MessagePoster(SlackWebApi api, PostedBefore postedBefore, TimeProvider clock, ILogger<MessagePoster> logger)
{
    private const int MaxTries = 3;

    /// <summary>A call whose answer was lost may still be on its way.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Posts it; the ts of the message.</summary>
    /// <param name="place">Where.</param>
    /// <param name="part">The message.</param>
    /// <param name="mark">By what it is found again.</param>
    /// <param name="after">It would stand after this ts; null when that is not known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task<string> PostOnceAsync(
        ReplyPlace place,
        RenderedPart part,
        AnswerMark mark,
        string? after,
        CancellationToken cancellationToken
    )
    {
        PostMessage message = new(place.Channel)
        {
            ThreadTs = place.ThreadTs,
            Text = part.Text,
            Blocks = part.Blocks,
            Metadata = mark.ToMetadata(),
        };
        for (int tries = 1; ; tries++)
        {
            try
            {
                return (await api.PostMessageAsync(message, cancellationToken)).Ts;
            }
            catch (SlackApiException exception) when (message.Blocks is not null && SlackErrors.RefusesForm(exception.Error))
            {
                ReplyLog.FormRefused(logger, place.Channel, exception.Message);
                message = message with { Blocks = null };
            }
            catch (SlackApiException exception) when (exception.IsUnknownOutcome && tries < MaxTries)
            {
                ReplyLog.Looking(logger, place.Channel, exception.Message);
                await Task.Delay(Settling, clock, cancellationToken);
                if ((await postedBefore.ReadAsync(place, after, cancellationToken)).Find(mark) is { } ts)
                {
                    return ts;
                }
            }
        }
    }
}
