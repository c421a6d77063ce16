using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Leads the journaled questions of all platforms through answering and delivery, each once. Takes up what a process that died, or a
/// delivery that was put off, left unfinished, and tells people who ask much at once that it comes in turn.
/// </summary>
public sealed partial class ChatTurnRunner(
    ChatInbox inbox,
    AnsweringStage answering,
    DeliveryStage delivery,
    PlatformStates states,
    UnfinishedQuestions unfinished,
    OpenTurns turns,
    TrackedWork work,
    IQuestionJournal journal,
    ChatProcess process,
    IEnumerable<IChatPlatform> platforms,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<ChatTurnRunner> logger
)
{
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(
        platform => platform.Name,
        StringComparer.Ordinal
    );
    private readonly FloodWatch _floods = new(options.Value.FloodNotice);
    private readonly QuestionsInHand _inHand = new();

    /// <summary>How many questions wait for an answer in this process or are being answered.</summary>
    public int Answering => answering.Count;

    /// <summary>How many replies wait to be posted by this process or are being posted.</summary>
    public int Delivering => delivery.Count;

    private TimeSpan Claim => TimeSpan.FromSeconds(options.Value.ClaimSeconds);

    /// <summary>
    /// Runs until cancelled; the host runs it once, beside every platform's <see cref="IChatPlatform.RunAsync"/>. When it throws, the host
    /// stops.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        answering.OnEnded = delivery.OnEnded = End;
        answering.OnRevised = delivery.OnRevised = question => Take(question);
        inbox.OnChanged = turns.Stop;
        Task[] loops =
        [
            ReceiveAsync(stop.Token),
            KeepClaimsAsync(stop.Token),
            PickUpAnnouncedAsync(stop.Token),
            answering.RunAsync(stop.Token),
            delivery.RunAsync(stop.Token),
        ];
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
            await work.DrainAsync();
            await ReleaseAsync();
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        await foreach (var question in inbox.Waiting.ReadAllAsync(cancellationToken))
        {
            if (
                !_inHand.Contains(question.Id)
                && Take(question) is { } open
                && _platforms.TryGetValue(question.Id.Platform, out var platform)
            )
            {
                work.Start(
                    "A notice to somebody who asks a lot",
                    token => platform.TellAsync(question, FloodNotice.Of(open), token),
                    cancellationToken
                );
            }
        }
    }

    /// <returns>How many questions the person has open, when it is time to say so.</returns>
    private int? Take(ChatQuestion question)
    {
        // What the bot says by itself is nobody's question.
        var open = question.Kind == ChatQuestionKind.Announcement ? null : _floods.Begin(LaneKeys.PersonOf(question));
        _inHand.Begin(question.Id);
        answering.Enqueue(question);
        return open;
    }

    private void End(ChatQuestion question)
    {
        if (question.Kind != ChatQuestionKind.Announcement)
        {
            _floods.End(LaneKeys.PersonOf(question));
        }

        _inHand.End(question.Id);
    }

    private async Task PickUpAnnouncedAsync(CancellationToken cancellationToken)
    {
        await foreach (bool _ in inbox.Nudges.ReadAllAsync(cancellationToken))
        {
            try
            {
                await PickUpAsync(cancellationToken);
            }
            catch (StoreException exception)
            {
                LogJournalUnusable(logger, exception.Message);
            }
        }
    }

    private async Task KeepClaimsAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Claim / 3, clock);
        do
        {
            try
            {
                await unfinished.ReleaseAsync(cancellationToken);
                await journal.RenewClaimsAsync(_inHand.All, process.Owner, Claim, cancellationToken);
                await PickUpAsync(cancellationToken);
            }
            catch (StoreException exception)
            {
                LogJournalUnusable(logger, exception.Message);
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task PickUpAsync(CancellationToken cancellationToken)
    {
        var maxAge = TimeSpan.FromMinutes(options.Value.PickUpMinutes);
        int abandoned = await journal.AbandonAsync(maxAge, cancellationToken);
        if (abandoned > 0)
        {
            LogAbandoned(logger, abandoned, maxAge.TotalMinutes);
        }

        // What waits for its channel takes no room here: a channel that is limited must not keep others' questions in the journal.
        int room = options.Value.MaxWaiting - answering.Count;
        if (room <= 0)
        {
            return;
        }

        string[] running = [.. _platforms.Keys.Where(name => !states.IsStopped(name))];
        foreach (var question in await journal.ClaimUnfinishedAsync(running, process.Owner, Claim, maxAge, room, cancellationToken))
        {
            // One whose claim ran out while the store was away may still be in work here: with the claim that goes on.
            if (!_inHand.Contains(question.Id) && !unfinished.Contains(question.Id))
            {
                LogPickedUp(logger, question.Id);
                Take(question);
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await journal.ReleaseClaimsAsync(process.Owner, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            LogJournalUnusable(logger, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 3, LogLevel.Warning, "The question journal cannot be used now: {Reason}")]
    private static partial void LogJournalUnusable(ILogger logger, string reason);

    [LoggerMessage(EventIds.Chat + 4, LogLevel.Warning, "{Count} questions older than {Minutes} minutes were given up unanswered")]
    private static partial void LogAbandoned(ILogger logger, int count, double minutes);

    [LoggerMessage(EventIds.Chat + 5, LogLevel.Information, "Took up {Question}, which was left unfinished")]
    private static partial void LogPickedUp(ILogger logger, ChatQuestionId question);
}
