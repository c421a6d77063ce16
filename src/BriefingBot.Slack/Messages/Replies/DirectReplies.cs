using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Brings to the asker's direct messages what a channel does not take. Thread-safe.</summary>
internal sealed class DirectReplies(ReplyRenderer renderer, MessagePoster poster, ILogger<DirectReplies> logger)
{
    /// <summary>Posts what is not yet posted.</summary>
    /// <param name="delivery">The reply.</param>
    /// <param name="refusal">What the channel said.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, SlackApiException refusal, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        ReplyLog.GoesElsewhere(logger, question.Address.Channel, refusal.Message);
        // A user stands for the direct messages with that person.
        ReplyPlace place = new(question.User.Id, null, IsDirect: true);
        IReadOnlyList<RenderedPart> parts = delivery.Reply is AnswerReply answer
            ? renderer.Render(answer.Answer, withQuestion: true)
            : [ReplyRenderer.RenderLine(((NoticeReply)delivery.Reply).Text)];
        for (int i = 0; i < parts.Count; i++)
        {
            if (delivery.Delivered.All(part => part.Part != i))
            {
                string ts = await poster.PostOnceAsync(place, parts[i], new AnswerMark(question.Id.ToString(), i), null, cancellationToken);
                await delivery.AcceptedAsync(i, ts, cancellationToken);
            }
        }
    }
}
