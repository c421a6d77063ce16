using BriefingBot.Core.Chat.Journal;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Interactions;

/// <summary>
/// Shows private answers to all: as messages of the bot, and where it is not in the channel, by the response_url of the click. Thread-safe.
/// </summary>
internal sealed class SharedAnswers(SlackWebApi api, ReplyRenderer renderer, MessagePoster poster, ILogger<SharedAnswers> logger)
{
    /// <param name="answer">The answer.</param>
    /// <param name="place">Where.</param>
    /// <param name="target">The click.</param>
    /// <param name="after">The ts of something that stood there before; null when nothing is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task PostAsync(
        ChatAnswer answer,
        ReplyPlace place,
        ResponseTarget target,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var parts = renderer.Render(answer.ForAll(), withQuestion: true);
        for (int i = 0; i < parts.Count; i++)
        {
            try
            {
                await poster.PostOnceAsync(place, parts[i], new AnswerMark($"shared {answer.Question}", i), after, cancellationToken);
            }
            catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
            {
                ReplyLog.GoesElsewhere(logger, place.Channel, exception.Message);
                ResponseMessage message = new()
                {
                    ResponseType = ResponseMessage.InChannel,
                    ReplaceOriginal = false,
                    Text = parts[i].Text,
                    Blocks = parts[i].Blocks,
                    ThreadTs = place.ThreadTs,
                };
                await api.RespondAsync(target.Url, message, cancellationToken);
            }
        }
    }

    /// <summary>Takes the button from the private copy.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public Task MarkSharedAsync(ChatAnswer answer, ResponseTarget target, string where, CancellationToken cancellationToken)
    {
        var last = renderer.Render(answer.ForAll(), withQuestion: true)[^1];
        ResponseMessage message = new()
        {
            ReplaceOriginal = true,
            Text = last.Text,
            Blocks = [.. last.Blocks, new ContextBlock([TextObject.Mrkdwn(where)])],
        };
        return api.RespondAsync(target.Url, message, cancellationToken);
    }
}
