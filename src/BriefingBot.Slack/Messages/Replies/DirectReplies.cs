using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Brings to the asker's direct messages what a channel does not take. Thread-safe.</summary>
internal sealed class DirectReplies(
    ReplyRenderer renderer,
    MessagePoster poster,
    PostedBefore postedBefore,
    DirectChannels directs,
    ILogger<DirectReplies> logger
)
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
        var place = await directs.FindAsync(question.User.Id, cancellationToken);
        var before = delivery.IsRepeated ? await postedBefore.ReadAsync(place, null, cancellationToken) : PostedMessages.None;
        IReadOnlyList<RenderedPart> parts = delivery.Reply is AnswerReply answer
            ? renderer.Render(answer.Answer, withQuestion: true)
            : [ReplyRenderer.RenderLine(((NoticeReply)delivery.Reply).Text)];
        for (int i = 0; i < parts.Count; i++)
        {
            if (delivery.Delivered.All(part => part.Part != i))
            {
                AnswerMark mark = new(question.Id.ToString(), i);
                string ts = before.Find(mark) ?? await poster.PostOnceAsync(place, parts[i], mark, null, cancellationToken);
                await delivery.AcceptedAsync(i, ts, cancellationToken);
            }
        }
    }
}
