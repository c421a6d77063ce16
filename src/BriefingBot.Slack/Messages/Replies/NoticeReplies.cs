using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Brings lines that are no answers: to the asker alone in channels, into the thread elsewhere. Thread-safe.</summary>
internal sealed class NoticeReplies(
    SlackWebApi api,
    ReplyRenderer renderer,
    AnswerStreamer streams,
    OpenStreams open,
    MessagePoster poster,
    PostedBefore postedBefore,
    ThreadStatusLine status,
    ILogger<NoticeReplies> logger
)
{
    private const int MaxTries = 3;

    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, NoticeReply notice, LiveAnswer live, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        if (delivery.Delivered.Count > 0)
        {
            return;
        }

        AnswerMark mark = new(question.Id.ToString(), 0);
        string? ts = null;
        if (delivery.IsRepeated || live.MayBeOpen)
        {
            var before = await postedBefore.ReadAsync(live.Place, question.MessageId, cancellationToken);
            ts = before.Find(mark);
            await streams.RecoverAsync(live, question, before, cancellationToken);
        }

        ts ??= live.Stream is null ? null : await EndStreamAsync(question, notice, live, mark, cancellationToken);
        ts ??= live.Place.IsDirect
            ? await poster.PostOnceAsync(live.Place, ReplyRenderer.RenderLine(notice.Text), mark, question.MessageId, cancellationToken)
            : await WhisperAsync(question, notice, live, mark, cancellationToken);
        await delivery.AcceptedAsync(0, ts, cancellationToken);
        if (delivery.IsRepeated || live.IsKept)
        {
            await open.ForgetAsync(question.Id, cancellationToken);
        }

        await status.ClearAsync(live, cancellationToken);
    }

    /// <summary>Says a line beside the reply, to the asker alone.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        var part = ReplyRenderer.RenderLine(line);
        var place = ReplyPlace.Of(question);
        return place.IsDirect
            ? api.PostMessageAsync(
                new PostMessage(place.Channel)
                {
                    ThreadTs = place.ThreadTs,
                    Text = part.Text,
                    Blocks = part.Blocks,
                },
                cancellationToken
            )
            : api.PostEphemeralAsync(
                new PostEphemeral(place.Channel, question.User.Id, part.Text) { Blocks = part.Blocks, ThreadTs = question.Address.Thread },
                cancellationToken
            );
    }

    /// <summary>
    /// An answer that broke off keeps what was shown of it, with its sources and the reason. The ts; null when the message was taken back.
    /// </summary>
    private async Task<string?> EndStreamAsync(
        ChatQuestion question,
        NoticeReply notice,
        LiveAnswer live,
        AnswerMark mark,
        CancellationToken cancellationToken
    )
    {
        if (live.Stream!.Shown is not { } shown)
        {
            await streams.DropAsync(live, cancellationToken);
            return null;
        }

        var part = renderer.RenderUnfinished(shown, notice.Kind == NoticeKind.Stopped ? AnswerReplies.StoppedHere : notice.Text);
        return await streams.FinishAsync(live, question, part, mark, cancellationToken)
            ?? await streams.ReplaceAsync(live, question, part, mark, cancellationToken);
    }

    /// <summary>To the asker alone; into the thread when Slack cannot do that.</summary>
    private async Task<string> WhisperAsync(
        ChatQuestion question,
        NoticeReply notice,
        LiveAnswer live,
        AnswerMark mark,
        CancellationToken cancellationToken
    )
    {
        var part = ReplyRenderer.RenderLine(notice.Text);
        // Slack shows a whisper in a thread only when the thread is there already.
        PostEphemeral whisper = new(live.Place.Channel, question.User.Id, part.Text)
        {
            Blocks = part.Blocks,
            ThreadTs = question.Address.Thread,
        };
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await api.PostEphemeralAsync(whisper, cancellationToken);
            }
            catch (SlackApiException exception) when (exception.IsUnknownOutcome && tries < MaxTries)
            {
                // Nothing tells whether it was seen: seen twice is better than never.
            }
            catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
            {
                ReplyLog.GoesElsewhere(logger, live.Place.Channel, exception.Message);
                return await poster.PostOnceAsync(live.Place, part, mark, question.MessageId, cancellationToken);
            }
        }
    }
}
