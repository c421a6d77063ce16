using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack;

/// <summary>What goes out: answers, notices, announcements, and what a channel does not take. Thread-safe.</summary>
internal sealed class SlackReplies(
    LiveProgress progress,
    AnswerReplies answers,
    NoticeReplies notices,
    AnnouncementReplies announcements,
    DirectReplies direct,
    ResponseReplies responses
)
{
    /// <summary>Brings a reply to where it belongs.</summary>
    /// <exception cref="ChatDeliveryException">It could not be brought.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        if (delivery.Reply is AnnouncementReply announcement)
        {
            await AnnounceAsync(delivery, announcement, cancellationToken);
            return;
        }

        var target = ResponseTarget.Read(question.ReplyToken);
        var answer = target is null ? progress.Of(question) : null;
        try
        {
            await (
                answer is null
                    ? responses.DeliverAsync(delivery, target!, cancellationToken)
                    : PostAsync(delivery, answer, cancellationToken)
            );
        }
        catch (SlackApiException exception)
        {
            bool isPermanent = exception is { IsPermanent: true, IsTokenRefused: false };
            if (isPermanent)
            {
                await progress.EndAsync(question, answer, cancellationToken);
            }

            throw Refusal(exception);
        }

        await progress.EndAsync(question, answer, cancellationToken);
    }

    private async Task AnnounceAsync(ChatDelivery delivery, AnnouncementReply announcement, CancellationToken cancellationToken)
    {
        try
        {
            await announcements.DeliverAsync(delivery, announcement, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            throw Refusal(exception);
        }
    }

    private static ChatDeliveryException Refusal(SlackApiException exception) =>
        new(exception.Message, exception is { IsPermanent: true, IsTokenRefused: false }, exception)
        {
            RetryAfter = exception.RetryAfter,
            IsPlatformRefused = exception.IsTokenRefused,
        };

    private async Task PostAsync(ChatDelivery delivery, LiveAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await (
                delivery.Reply is AnswerReply reply
                    ? answers.DeliverAsync(delivery, reply.Answer, answer, cancellationToken)
                    : notices.DeliverAsync(delivery, (NoticeReply)delivery.Reply, answer, cancellationToken)
            );
        }
        catch (SlackApiException exception)
            when (SlackErrors.RefusesPlace(exception.Error) && !answer.Place.IsDirect && delivery.Question.Kind != ChatQuestionKind.FollowUp
            )
        {
            await direct.DeliverAsync(delivery, exception, cancellationToken);
            await progress.ClearStatusAsync(answer, cancellationToken);
        }
    }

    /// <summary>Says one line to the asker.</summary>
    /// <exception cref="ChatDeliveryException">It could not be said.</exception>
    public async Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        try
        {
            await notices.TellAsync(question, line, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            throw new ChatDeliveryException(exception.Message, exception.IsPermanent, exception) { RetryAfter = exception.RetryAfter };
        }
    }
}
