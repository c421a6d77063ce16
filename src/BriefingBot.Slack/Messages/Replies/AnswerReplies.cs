using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>
/// Brings answers into the thread of their question: the first message streamed where that is possible, each message once. Thread-safe.
/// </summary>
internal sealed class AnswerReplies(
    ReplyRenderer renderer,
    AnswerStreamer streams,
    OpenStreams open,
    MessagePoster poster,
    PostedBefore postedBefore,
    TimeProvider clock,
    ILogger<AnswerReplies> logger
)
{
    /// <summary>Below what was shown of an answer when its reader pressed stop.</summary>
    public const string StoppedHere = "Stopped here at your request.";

    private const string StoppedUnread = "Stopped. Ask again whenever you like.";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Posts what is not yet posted.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, ChatAnswer answer, LiveAnswer live, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var before = delivery.IsRepeated
            ? await postedBefore.ReadAsync(live.Place, question.MessageId, cancellationToken)
            : PostedMessages.None;
        if (delivery.IsRepeated)
        {
            await streams.RecoverAsync(live, question, before, cancellationToken);
        }

        var parts = renderer.Render(answer, withQuestion: false);
        for (int i = 0; i < parts.Count && !(i > 0 && live.IsStopped); i++)
        {
            if (delivery.Delivered.Any(part => part.Part == i))
            {
                continue;
            }

            AnswerMark mark = new(question.Id.ToString(), i);
            string ts =
                before.Find(mark)
                ?? (
                    i == 0
                        ? await DeliverFirstAsync(question, answer, live, parts[0], mark, cancellationToken)
                        : await poster.PostOnceAsync(live.Place, parts[i], mark, question.MessageId, cancellationToken)
                );
            await delivery.AcceptedAsync(i, ts, cancellationToken);
        }

        if (delivery.IsRepeated || live.IsKept)
        {
            await open.ForgetAsync(question.Id, cancellationToken);
        }
    }

    private async Task<string> DeliverFirstAsync(
        ChatQuestion question,
        ChatAnswer answer,
        LiveAnswer live,
        RenderedPart part,
        AnswerMark mark,
        CancellationToken cancellationToken
    )
    {
        await StreamAsync(question, answer, live, cancellationToken);
        if (live.Stream is not { } stream)
        {
            return await poster.PostOnceAsync(
                live.Place,
                live.IsStopped ? ReplyRenderer.RenderLine(StoppedUnread) : part,
                mark,
                question.MessageId,
                cancellationToken
            );
        }

        if (await streams.FinishAsync(live, question, part, mark, cancellationToken) is { } ts)
        {
            return ts;
        }

        ReplyLog.Stopped(logger, question.Id);
        return await streams.ReplaceAsync(
            live,
            question,
            stream.Shown is { } shown ? renderer.RenderUnfinished(shown, StoppedHere) : part,
            mark,
            cancellationToken
        );
    }

    /// <summary>An answer that came whole is streamed by its sentences; the last of them comes with the end.</summary>
    private async Task StreamAsync(ChatQuestion question, ChatAnswer answer, LiveAnswer live, CancellationToken cancellationToken)
    {
        // What begins with words of the bot's own is no row of sentences that could grow.
        if (live.Stream is null && !live.IsNotStreamed && answer is { Statement: null, Claims.Count: 0 })
        {
            for (
                int count = 1;
                count <= answer.Sentences.Count && (count == 1 || (count < answer.Sentences.Count && live.Stream is { IsBroken: false }));
                count++
            )
            {
                await streams.GrowAsync(live, question, Beginning(answer, count), cancellationToken);
            }
        }

        if (live.MayBeOpen)
        {
            await Task.Delay(Settling, clock, cancellationToken);
            await streams.RecoverAsync(
                live,
                question,
                await postedBefore.ReadAsync(live.Place, question.MessageId, cancellationToken),
                cancellationToken
            );
        }
    }

    private static AnswerInProgress Beginning(ChatAnswer answer, int sentences)
    {
        VerifiedSentence[] first = [.. answer.Sentences.Take(sentences)];
        HashSet<int> cited = [.. first.SelectMany(static sentence => sentence.Citations)];
        return new AnswerInProgress(first, [.. answer.Citations.Where(citation => cited.Contains(citation.Number))]);
    }
}
