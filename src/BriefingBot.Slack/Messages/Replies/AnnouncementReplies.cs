using System.Globalization;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>
/// Posts what nobody asked for: into the channel, into the thread of what it is about, or to a person. Each message once. Thread-safe.
/// </summary>
internal sealed class AnnouncementReplies(MessagePoster poster, PostedBefore postedBefore, DirectChannels directs)
{
    /// <summary>Posts what is not yet posted.</summary>
    /// <exception cref="WebApi.SlackApiException">Slack did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, AnnouncementReply announcement, CancellationToken cancellationToken)
    {
        var turn = delivery.Question;
        var place = turn.IsPrivate ? await directs.FindAsync(turn.User.Id, cancellationToken) : ReplyPlace.Of(turn);
        string after = turn.MessageId ?? turn.Asked.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var before = delivery.IsRepeated ? await postedBefore.ReadAsync(place, after, cancellationToken) : PostedMessages.None;
        var parts = ReplyRenderer.Render(announcement);
        for (int i = 0; i < parts.Count; i++)
        {
            if (delivery.Delivered.Any(part => part.Part == i))
            {
                continue;
            }

            AnswerMark mark = new(turn.Id.ToString(), i);
            string ts = before.Find(mark) ?? await poster.PostOnceAsync(place, parts[i], mark, after, cancellationToken);
            await delivery.AcceptedAsync(i, ts, cancellationToken);
        }
    }
}
