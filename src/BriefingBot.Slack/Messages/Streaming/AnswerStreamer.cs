using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.People;
using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.Streams;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>
/// Streams answers. Whatever happens to a stream, one message comes of it: what cannot be streamed any further is written anew in the same
/// message, and only a message that is gone is posted again. Thread-safe; the calls for one answer come one after the other.
/// </summary>
internal sealed class AnswerStreamer(
    SlackWebApi api,
    SlackPeople people,
    StreamBudget budget,
    OpenStreams open,
    MessagePoster poster,
    ReplyRenderer renderer,
    ILogger<AnswerStreamer> logger
)
{
    private const int MaxTries = 3;

    /// <summary>Shows more of an answer, beginning the stream when there is none. What cannot be shown now comes with the end.</summary>
    public async Task GrowAsync(LiveAnswer live, ChatQuestion question, AnswerInProgress answer, CancellationToken cancellationToken)
    {
        if (live.IsStopped || renderer.RenderBeginning(answer) is not { } text)
        {
            return;
        }

        if (live.Stream is { } stream)
        {
            if (!stream.IsBroken && text.Length > stream.Text.Length && text.StartsWith(stream.Text, StringComparison.Ordinal))
            {
                await AppendAsync(live, stream, question, answer, text, cancellationToken);
            }
        }
        else if (live is { IsNotStreamed: false, Place.ThreadTs: { } thread })
        {
            await StartAsync(live, thread, question, answer, text, cancellationToken);
        }
    }

    /// <summary>Ends the stream with the rest of its message.</summary>
    /// <returns>The ts; null when the reader has stopped it.</returns>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task<string?> FinishAsync(
        LiveAnswer live,
        ChatQuestion question,
        RenderedPart part,
        AnswerMark mark,
        CancellationToken cancellationToken
    )
    {
        var stream = live.Stream!;
        if (live.IsStopped)
        {
            return null;
        }

        if (!stream.IsBroken && part.Streamed.StartsWith(stream.Text, StringComparison.Ordinal))
        {
            string rest = part.Streamed[stream.Text.Length..];
            try
            {
                await api.StopStreamAsync(
                    new StopStream(live.Place.Channel, stream.Ts)
                    {
                        Chunks = rest.Length == 0 ? null : [new MarkdownTextChunk(rest)],
                        Blocks = part.Below,
                        Metadata = mark.ToMetadata(),
                        SessionStatus = live.IsProcessing ? SessionStatus.Active : null,
                    },
                    cancellationToken
                );
                live.IsProcessing = false;
                return stream.Ts;
            }
            catch (SlackApiException exception) when (exception.Error == SlackErrors.StoppedByUser)
            {
                live.Stop();
                return null;
            }
            catch (SlackApiException exception) when (exception is { RetryAfter: null, IsTokenRefused: false })
            {
                ReplyLog.StreamBroken(logger, question.Id, exception.Message);
                stream.IsBroken = true;
            }
        }

        return await ReplaceAsync(live, question, part, mark, cancellationToken);
    }

    /// <summary>Ends the stream and writes its message anew; when that is gone, posts it. The ts.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task<string> ReplaceAsync(
        LiveAnswer live,
        ChatQuestion question,
        RenderedPart part,
        AnswerMark mark,
        CancellationToken cancellationToken
    )
    {
        string channel = live.Place.Channel;
        string ts = live.Stream!.Ts;
        if (await EndAsync(channel, ts, cancellationToken))
        {
            try
            {
                return (
                    await api.UpdateMessageAsync(
                        new UpdateMessage(channel, ts, part.Text, part.Blocks) { Metadata = mark.ToMetadata() },
                        cancellationToken
                    )
                ).Ts;
            }
            catch (SlackApiException exception)
                when (exception is { IsPermanent: true, IsTokenRefused: false } && exception.Error != SlackErrors.StreamingStateConflict)
            {
                ReplyLog.StreamBroken(logger, question.Id, exception.Message);
                await api.DeleteMessageAsync(channel, ts, cancellationToken);
            }
        }

        live.Stream = null;
        live.IsNotStreamed = true;
        return await poster.PostOnceAsync(live.Place, part, mark, question.MessageId, cancellationToken);
    }

    /// <summary>Finds the stream that an earlier attempt left, if any; what stands in it is not known.</summary>
    /// <param name="live">The answer.</param>
    /// <param name="question">What it answers.</param>
    /// <param name="before">What the bot has posted in the thread since.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RecoverAsync(LiveAnswer live, ChatQuestion question, PostedMessages before, CancellationToken cancellationToken)
    {
        live.MayBeOpen = false;
        if (live.Stream is null && (await open.FindAsync(question.Id, cancellationToken) ?? before.FindUnfinished()) is { } ts)
        {
            live.Stream = new AnswerStream(ts) { IsBroken = true };
        }
    }

    /// <summary>Takes back a message of which nobody knows what stands in it.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task DropAsync(LiveAnswer live, CancellationToken cancellationToken)
    {
        await api.DeleteMessageAsync(live.Place.Channel, live.Stream!.Ts, cancellationToken);
        live.Stream = null;
        live.IsNotStreamed = true;
    }

    private async Task StartAsync(
        LiveAnswer live,
        string thread,
        ChatQuestion question,
        AnswerInProgress answer,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (!budget.TryTake(live.Place.Channel))
        {
            live.IsNotStreamed = true;
            return;
        }

        StartStream start = new(live.Place.Channel, thread) { Chunks = [new MarkdownTextChunk(text)] };
        if (!live.Place.IsDirect)
        {
            start = start with
            {
                RecipientUserId = question.User.Id,
                RecipientTeamId = await people.FindTeamAsync(question.User.Id, cancellationToken),
            };
        }

        live.IsNotStreamed = true;
        live.MayBeOpen = true;
        try
        {
            string ts = await api.StartStreamAsync(start, cancellationToken);
            live.Stream = new AnswerStream(ts) { Text = text, Shown = answer };
            live.MayBeOpen = false;
            live.Status = null;
            live.IsKept = true;
            await open.RememberAsync(question.Id, ts, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            live.MayBeOpen = exception.IsUnknownOutcome;
            ReplyLog.NotStreamed(logger, question.Id, exception.Message);
            if (exception is { IsPermanent: true, IsTokenRefused: false })
            {
                budget.Refuse(live.Place.Channel);
            }
        }
    }

    private async Task AppendAsync(
        LiveAnswer live,
        AnswerStream stream,
        ChatQuestion question,
        AnswerInProgress answer,
        string text,
        CancellationToken cancellationToken
    )
    {
        // Until the answer comes nobody knows whether the text is there.
        stream.IsBroken = true;
        try
        {
            await api.AppendStreamAsync(
                new AppendStream(live.Place.Channel, stream.Ts, [new MarkdownTextChunk(text[stream.Text.Length..])]),
                cancellationToken
            );
            (stream.Text, stream.Shown, stream.IsBroken) = (text, answer, false);
        }
        catch (SlackApiException exception) when (exception.Error == SlackErrors.StoppedByUser)
        {
            stream.IsBroken = false;
            live.Stop();
        }
        catch (SlackApiException exception) when (exception.RetryAfter is not null)
        {
            // Too much at once: it was not added, and comes with the next.
            stream.IsBroken = false;
        }
        catch (SlackApiException exception)
        {
            ReplyLog.StreamBroken(logger, question.Id, exception.Message);
        }
    }

    /// <summary>No message is changed while it is streamed.</summary>
    /// <returns>False when the message is gone.</returns>
    private async Task<bool> EndAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                await api.StopStreamAsync(new StopStream(channel, ts), cancellationToken);
                return true;
            }
            catch (SlackApiException exception) when (exception.Error == SlackErrors.MessageNotFound)
            {
                return false;
            }
            catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
            {
                return true;
            }
            catch (SlackApiException exception) when (exception.IsUnknownOutcome && tries < MaxTries)
            {
                // Stopping twice does nothing.
            }
        }
    }
}
