using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Answers what waits, so many questions at once, shared fairly between channels and people, those of one conversation in their order. What
/// is answered goes on to the <see cref="DeliveryStage"/>, so a place here is never held by a platform. Thread-safe.
/// </summary>
public sealed partial class AnsweringStage(
    ChatTurn turn,
    DeliveryStage delivery,
    IQuestionJournal journal,
    IChatStateStore state,
    PlatformStates states,
    ChatFailures failures,
    ChatProcess process,
    UnfinishedQuestions unfinished,
    OpenTurns turns,
    IEnumerable<IChatPlatform> platforms,
    IOptions<ChatOptions> options,
    ILogger<AnsweringStage> logger
)
{
    private const string Abandoned = "Stopped. Ask again whenever you like.";

    private readonly FairLanes<ChatQuestion> _lanes = new(options.Value.MaxPerChannel, options.Value.MaxPerPerson);
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(
        platform => platform.Name,
        StringComparer.Ordinal
    );

    /// <summary>How many questions wait or are answered.</summary>
    internal int Count => _lanes.Count;

    /// <summary>Told of every question that ends here, without a reply to post.</summary>
    internal Action<ChatQuestion> OnEnded { get; set; } = static _ => { };

    /// <summary>Told of a question that its asker edited while it was answered: it is to be answered anew.</summary>
    internal Action<ChatQuestion> OnRevised { get; set; } = static _ => { };

    /// <summary>Puts a question at the end of its conversation.</summary>
    internal void Enqueue(ChatQuestion question) => _lanes.Enqueue(question, LaneKeys.OfAnswering(question));

    /// <summary>Answers until cancelled.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, options.Value.MaxConcurrency)
                .Select(_ => _lanes.WorkAsync(question => AnswerAsync(question, cancellationToken), cancellationToken))
        );
    }

    private async Task AnswerAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        bool goesOn = false;
        try
        {
            if (await PrepareAsync(question, cancellationToken) is { } reply)
            {
                delivery.Enqueue(reply);
                goesOn = true;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stays unfinished; whoever runs next answers it.
        }
        catch (Exception exception)
        {
            // One question that cannot be worked on must not end all others: it is let go as soon as the journal can be written, and taken
            // up again.
            unfinished.Add(question.Id, exception);
            LogUnfinished(logger, question.Id, exception.Message);
        }
        finally
        {
            if (!goesOn)
            {
                OnEnded(question);
            }
        }
    }

    private async Task<PreparedReply?> PrepareAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (!_platforms.TryGetValue(question.Id.Platform, out var platform))
        {
            await journal.FinishAsync(question.Id, QuestionState.Failed, cancellationToken);
            LogNoPlatform(logger, question.Id);
            return null;
        }

        if (states.IsStopped(question.Id.Platform))
        {
            // Nothing could be posted: it stays open until the platform takes the bot back, or is too old.
            await journal.ReleaseAsync(question.Id, process.Owner, TimeSpan.Zero, cancellationToken);
            return null;
        }

        if (await journal.TryStartAsync(question.Id, process.Owner, cancellationToken) is not { } entry)
        {
            return null;
        }

        bool exhausted = entry.Attempts > options.Value.Attempts && question.Kind != ChatQuestionKind.Announcement;
        if (exhausted && entry.Delivered.Count > 0)
        {
            // The asker has a part of the reply already.
            LogExhausted(logger, question.Id);
            await journal.FinishAsync(question.Id, QuestionState.Failed, cancellationToken);
            return null;
        }

        // Its asker may have edited it while it waited.
        question = entry.Question;
        var settings = await state.GetSettingsAsync(question.Address, cancellationToken);
        using var open = turns.Begin(question.Id, cancellationToken);
        var progress = turn.ShowProgress(question, platform, cancellationToken);
        try
        {
            var reply = exhausted
                ? new NoticeReply(
                    NoticeKind.Failed,
                    failures.Report(
                        new InvalidOperationException($"Tried {entry.Attempts - 1} times without success."),
                        question.Id.ToString()
                    )
                )
                : await turn.ReplyAsync(question, platform, settings, progress, open.Token);
            return new PreparedReply(question, entry, platform, reply, settings.Style, progress);
        }
        catch (Exception) when (open is { IsAbandoned: true, IsStopped: false } && !cancellationToken.IsCancellationRequested)
        {
            // Its reader pressed stop: however the turn ended, that is what is told.
            LogAbandoned(logger, question.Id);
            return new PreparedReply(question, entry, platform, new NoticeReply(NoticeKind.Stopped, Abandoned), settings.Style, progress);
        }
        catch (OperationCanceledException) when (open.IsStopped && !cancellationToken.IsCancellationRequested)
        {
            await progress.DisposeAsync();
            await LetGoAsync(question, platform, cancellationToken);
            return null;
        }
        catch
        {
            await progress.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its asker edited it, or took it back.</summary>
    private async Task LetGoAsync(ChatQuestion question, IChatPlatform platform, CancellationToken cancellationToken)
    {
        if (
            await journal.TryHoldAsync(question.Id, process.Owner, TimeSpan.FromSeconds(options.Value.ClaimSeconds), cancellationToken) is
            { } now
        )
        {
            OnRevised(now);
            return;
        }

        try
        {
            await platform.WithdrawProgressAsync(question, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A platform may fail in any way; a sign of work that stays is no reason to stop.
            LogNotWithdrawn(logger, question.Id, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 23, LogLevel.Information, "{Question} was stopped by its reader before it was answered")]
    private static partial void LogAbandoned(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Chat + 22, LogLevel.Debug, "The progress of {Question} could not be removed: {Reason}")]
    private static partial void LogNotWithdrawn(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Chat + 6, LogLevel.Error, "{Question} stays unfinished for now: {Reason}")]
    private static partial void LogUnfinished(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Chat + 7, LogLevel.Error, "{Question} came from a platform that is not running; it was given up")]
    private static partial void LogNoPlatform(ILogger logger, ChatQuestionId question);

    [LoggerMessage(
        EventIds.Chat + 11,
        LogLevel.Error,
        "{Question} was given up after too many attempts; a part of the reply had been posted"
    )]
    private static partial void LogExhausted(ILogger logger, ChatQuestionId question);
}
