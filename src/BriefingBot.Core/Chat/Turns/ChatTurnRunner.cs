using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Answers the journaled questions of all platforms: several at once, those of one conversation in their order, each once. Takes up what a process that
/// died left unfinished.
/// </summary>
public sealed partial class ChatTurnRunner(
    ChatInbox inbox,
    ChatTurn turn,
    IQuestionJournal journal,
    IChatStateStore state,
    ChatFailures failures,
    ChatProcess process,
    IEnumerable<IChatPlatform> platforms,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<ChatTurnRunner> logger)
{
    private static readonly TimeSpan PauseAfterStoreFailure = TimeSpan.FromSeconds(2);
    private readonly ConversationLanes _lanes = new();
    private readonly ConcurrentQueue<ChatQuestionId> _dropped = new();
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    private TimeSpan Claim => TimeSpan.FromSeconds(options.Value.ClaimSeconds);

    /// <summary>Runs until cancelled; the host runs it once, beside every platform's <see cref="IChatPlatform.RunAsync"/>. When it throws, the host stops.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> loops = [ReceiveAsync(stop.Token), KeepClaimsAsync(stop.Token)];
        for (int i = 0; i < options.Value.MaxConcurrency; i++)
        {
            loops.Add(_lanes.WorkAsync(question => AnswerAsync(question, stop.Token), stop.Token));
        }

        try
        {
            var ended = await Task.WhenAny(loops);
            await stop.CancelAsync();
            await ended;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReleaseAsync();
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        await foreach (var question in inbox.Waiting.ReadAllAsync(cancellationToken))
        {
            _lanes.Enqueue(question);
        }
    }

    private async Task KeepClaimsAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Claim / 3, clock);
        do
        {
            try
            {
                await ReleaseDroppedAsync(cancellationToken);
                await journal.RenewClaimsAsync(process.Owner, Claim, cancellationToken);
                await PickUpAsync(cancellationToken);
            }
            catch (StoreException error)
            {
                LogJournalUnusable(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task ReleaseDroppedAsync(CancellationToken cancellationToken)
    {
        while (_dropped.TryPeek(out var id))
        {
            await journal.ReleaseAsync(id, process.Owner, PauseAfterStoreFailure, cancellationToken);
            _dropped.TryDequeue(out _);
        }
    }

    private async Task PickUpAsync(CancellationToken cancellationToken)
    {
        var maxAge = TimeSpan.FromMinutes(options.Value.PickUpMinutes);
        int abandoned = await journal.AbandonAsync(maxAge, cancellationToken);
        if (abandoned > 0)
        {
            LogAbandoned(logger, abandoned, maxAge.TotalMinutes);
        }

        int room = options.Value.MaxWaiting - _lanes.Count;
        if (room <= 0)
        {
            return;
        }

        foreach (var question in await journal.ClaimUnfinishedAsync(_platforms.Keys, process.Owner, Claim, maxAge, room, cancellationToken))
        {
            LogPickedUp(logger, question.Id);
            _lanes.Enqueue(question);
        }
    }

    private async Task AnswerAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerOnceAsync(question, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stays unfinished; whoever runs next answers it.
        }
        catch (StoreException error)
        {
            // The journal cannot be written now: the question is let go as soon as it can, and taken up again.
            _dropped.Enqueue(question.Id);
            LogUnfinished(logger, question.Id, error.Message);
        }
    }

    private async Task AnswerOnceAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (!_platforms.TryGetValue(question.Id.Platform, out var platform))
        {
            await journal.FinishAsync(question.Id, QuestionState.Failed, cancellationToken);
            LogNoPlatform(logger, question.Id);
            return;
        }

        if (await journal.TryStartAsync(question.Id, process.Owner, cancellationToken) is not { } entry)
        {
            return;
        }

        bool exhausted = entry.Attempts > options.Value.Attempts;
        if (exhausted && entry.Delivered.Count > 0)
        {
            // The asker has a part of the reply already.
            LogExhausted(logger, question.Id);
            await journal.FinishAsync(question.Id, QuestionState.Failed, cancellationToken);
            return;
        }

        var settings = await state.GetSettingsAsync(question.Address, cancellationToken);
        var reply = exhausted
            ? new NoticeReply(NoticeKind.Failed, failures.Report(new InvalidOperationException($"Taken up {entry.Attempts - 1} times without success."), question.Id.ToString()))
            : await turn.ReplyAsync(question, settings, platform, cancellationToken);
        if (reply is null)
        {
            await journal.FinishAsync(question.Id, QuestionState.Answered, cancellationToken);
        }
        else if (await journal.TryHoldAsync(question.Id, process.Owner, Claim, cancellationToken))
        {
            ChatDelivery delivery = new(question, reply, settings.Style, entry.Delivered, journal, entry.Attempts);
            await DeliverAsync(platform, delivery, entry.Attempts >= options.Value.Attempts ? null : Pause(entry.Attempts), cancellationToken);
        }
    }

    /// <summary>Posts a reply; when the platform does not accept it now, tries again after the pause, or gives up without one.</summary>
    private async Task DeliverAsync(IChatPlatform platform, ChatDelivery delivery, TimeSpan? pause, CancellationToken cancellationToken)
    {
        var id = delivery.Question.Id;
        using var overdue = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            await platform.DeliverAsync(delivery, either.Token);
            await journal.FinishAsync(id, delivery.Reply is NoticeReply { Kind: NoticeKind.Failed } ? QuestionState.Failed : QuestionState.Answered, cancellationToken);
            LogReplied(logger, id);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is not StoreException)
        {
            if (pause is null || error is ChatDeliveryException { IsPermanent: true })
            {
                LogUndelivered(logger, error, id);
                await journal.FinishAsync(id, QuestionState.Failed, cancellationToken);
                return;
            }

            LogDeliveryPaused(logger, id, pause.Value.TotalSeconds, error.Message);
            await journal.ReleaseAsync(id, process.Owner, pause.Value, cancellationToken);
        }
    }

    /// <summary>2, 8, 32... seconds, a minute at most.</summary>
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(60, 0.5 * Math.Pow(4, attempts)));

    private async Task ReleaseAsync()
    {
        try
        {
            await journal.ReleaseClaimsAsync(process.Owner, CancellationToken.None);
        }
        catch (StoreException error)
        {
            LogJournalUnusable(logger, error.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 12, LogLevel.Information, "{Question} has its reply")]
    private static partial void LogReplied(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 3, LogLevel.Warning, "The question journal cannot be used now: {Reason}")]
    private static partial void LogJournalUnusable(ILogger logger, string reason);

    [LoggerMessage(EventIds.Chat + 4, LogLevel.Warning, "{Count} questions older than {Minutes} minutes were given up unanswered")]
    private static partial void LogAbandoned(ILogger logger, int count, double minutes);

    [LoggerMessage(EventIds.Chat + 5, LogLevel.Information, "Took up {Question}, which was left unfinished")]
    private static partial void LogPickedUp(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 6, LogLevel.Error, "{Question} stays unfinished for now: {Reason}")]
    private static partial void LogUnfinished(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Chat + 7, LogLevel.Error, "{Question} came from a platform that is not running; it was given up")]
    private static partial void LogNoPlatform(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 8, LogLevel.Error, "The reply to {Question} was not accepted by the platform and was given up")]
    private static partial void LogUndelivered(ILogger logger, Exception error, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 11, LogLevel.Error, "{Question} was given up after too many attempts; a part of the reply had been posted")]
    private static partial void LogExhausted(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 9, LogLevel.Warning, "The reply to {Question} was not accepted by the platform and is tried again in {Seconds} s: {Reason}")]
    private static partial void LogDeliveryPaused(ILogger logger, ChatQuestionId question, double seconds, string reason);
}
