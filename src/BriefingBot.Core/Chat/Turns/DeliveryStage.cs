using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Posts what is answered: a queue a channel, so that one that is limited, or hangs, keeps nobody waiting but itself; the replies of one
/// conversation in their order. Thread-safe.
/// </summary>
public sealed partial class DeliveryStage(
    IQuestionJournal journal,
    PlatformStates states,
    ChatProcess process,
    UnfinishedQuestions unfinished,
    OpenTurns turns,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<DeliveryStage> logger
)
{
    private readonly FairLanes<PreparedReply> _lanes = new(options.Value.DeliveriesPerChannel, int.MaxValue);
    private readonly ConcurrentDictionary<PreparedReply, Task> _running = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many replies wait or are posted.</summary>
    internal int Count => _lanes.Count;

    /// <summary>Told of every question that is over here: posted, given up, or left for later.</summary>
    internal Action<ChatQuestion> OnEnded { get; set; } = static _ => { };

    /// <summary>Told of a question that its asker edited while the reply waited: it is to be answered anew.</summary>
    internal Action<ChatQuestion> OnRevised { get; set; } = static _ => { };

    /// <summary>Puts a reply at the end of its channel's queue.</summary>
    internal void Enqueue(PreparedReply reply) => _lanes.Enqueue(reply, LaneKeys.OfDelivery(reply.Question));

    /// <summary>Posts until cancelled, and then waits until nothing is under way.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var (reply, keys) = await _lanes.TakeAsync(cancellationToken);
                TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _running[reply] = DeliverAsync(reply, keys, begun.Task, cancellationToken);
                begun.SetResult();
            }
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task DeliverAsync(PreparedReply reply, LaneKeys keys, Task begun, CancellationToken cancellationToken)
    {
        await begun;
        try
        {
            await reply.Progress.DisposeAsync();
            await DeliverOnceAsync(reply, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stays unfinished; whoever runs next posts it.
        }
        catch (Exception exception)
        {
            // One reply that cannot be posted must not end all others: it is let go as soon as the journal can be written.
            unfinished.Add(reply.Question.Id, exception);
            LogUnfinished(logger, reply.Question.Id, exception.Message);
        }
        finally
        {
            _running.TryRemove(reply, out _);
            _lanes.Complete(keys);
            OnEnded(reply.Question);
        }
    }

    private async Task DeliverOnceAsync(PreparedReply prepared, CancellationToken cancellationToken)
    {
        var id = prepared.Question.Id;
        if (prepared.Reply is null)
        {
            await WithdrawAsync(prepared, cancellationToken);
            await journal.FinishAsync(id, QuestionState.Answered, cancellationToken);
            return;
        }

        if (states.IsStopped(id.Platform))
        {
            await journal.ReleaseAsync(id, process.Owner, TimeSpan.Zero, cancellationToken);
            return;
        }

        using var open = turns.Begin(id, cancellationToken, isPosting: true);
        if (
            await journal.TryHoldAsync(id, process.Owner, TimeSpan.FromSeconds(options.Value.ClaimSeconds), cancellationToken)
            is not { } now
        )
        {
            await WithdrawAsync(prepared, cancellationToken);
            return;
        }

        if (now.Text != prepared.Question.Text || now.About != prepared.Question.About)
        {
            LogRevised(logger, id);
            OnRevised(now);
            return;
        }

        var entry = prepared.Entry;
        ChatDelivery delivery = new(prepared.Question, prepared.Reply, prepared.Style, entry.Delivered, journal, entry.Attempts);
        using var overdue = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(open.Token, overdue.Token);
        try
        {
            await prepared.Platform.DeliverAsync(delivery, either.Token);
            await journal.FinishAsync(
                id,
                delivery.Reply is NoticeReply { Kind: NoticeKind.Failed } ? QuestionState.Failed : QuestionState.Answered,
                cancellationToken
            );
            LogReplied(logger, id);
        }
        catch (Exception) when (open.IsStopped && !cancellationToken.IsCancellationRequested)
        {
            // Its asker edited it or took it back: however the delivery ended, it is not wanted.
            await LetGoAsync(prepared, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not StoreException)
        {
            // A platform may fail in any way; it is tried again, and given up in the end.
            await PutOffAsync(prepared.Question, entry.Attempts, exception, cancellationToken);
        }
    }

    /// <summary>Its asker edited it, or took it back, while its reply was on its way.</summary>
    private async Task LetGoAsync(PreparedReply prepared, CancellationToken cancellationToken)
    {
        var id = prepared.Question.Id;
        if (await journal.TryHoldAsync(id, process.Owner, TimeSpan.FromSeconds(options.Value.ClaimSeconds), cancellationToken) is { } now)
        {
            LogRevised(logger, id);
            OnRevised(now);
            return;
        }

        LogTakenBack(logger, id);
        await WithdrawAsync(prepared, cancellationToken);
    }

    private async Task WithdrawAsync(PreparedReply prepared, CancellationToken cancellationToken)
    {
        try
        {
            await prepared.Platform.WithdrawProgressAsync(prepared.Question, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A platform may fail in any way; a sign of work that stays is no reason to stop.
            LogNotWithdrawn(logger, prepared.Question.Id, exception.Message);
        }
    }

    /// <summary>Tries again after a pause, or gives up when that cannot help.</summary>
    private async Task PutOffAsync(ChatQuestion question, int attempts, Exception exception, CancellationToken cancellationToken)
    {
        var id = question.Id;
        var refusal = exception as ChatDeliveryException;
        bool isExhausted = attempts >= options.Value.Attempts && question.Kind != ChatQuestionKind.Announcement;
        if (refusal?.IsPlatformRefused != true && (isExhausted || refusal?.IsPermanent == true))
        {
            // A refusal has said all there is to say; a trace of calls belongs to what nobody expected.
            LogUndelivered(logger, refusal is null ? exception : null, id, exception.Message);
            await journal.FinishAsync(id, QuestionState.Failed, cancellationToken);
            return;
        }

        var pause = Pause(attempts);
        pause = refusal?.RetryAfter > pause ? refusal.RetryAfter.Value : pause;
        LogDeliveryPaused(logger, id, pause.TotalSeconds, exception.Message);
        await journal.ReleaseAsync(id, process.Owner, pause, cancellationToken);
    }

    /// <summary>2, 8, 32... seconds, a minute at most.</summary>
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(60, 0.5 * Math.Pow(4, attempts)));

    [LoggerMessage(EventIds.Chat + 12, LogLevel.Information, "{Question} has its reply")]
    private static partial void LogReplied(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 20, LogLevel.Information, "{Question} was edited before its reply was posted; it is answered again")]
    private static partial void LogRevised(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 21, LogLevel.Information, "{Question} was deleted before its reply was posted")]
    private static partial void LogTakenBack(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 14, LogLevel.Error, "The reply to {Question} stays unposted for now: {Reason}")]
    private static partial void LogUnfinished(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Chat + 19, LogLevel.Debug, "The progress of {Question} could not be removed: {Reason}")]
    private static partial void LogNotWithdrawn(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(
        EventIds.Chat + 8,
        LogLevel.Error,
        "The reply to {Question} was not accepted by the platform and was given up: {Reason}"
    )]
    private static partial void LogUndelivered(ILogger logger, Exception? exception, ChatQuestionId question, string reason);

    [LoggerMessage(
        EventIds.Chat + 9,
        LogLevel.Warning,
        "The reply to {Question} was not accepted by the platform and is tried again in {Seconds} s: {Reason}"
    )]
    private static partial void LogDeliveryPaused(ILogger logger, ChatQuestionId question, double seconds, string reason);
}
