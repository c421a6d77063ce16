using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Pages.Asking;

/// <summary>Makes what the ask page shows, whether it comes at once or is streamed. Thread-safe.</summary>
internal sealed partial class AskPages(
    ConversationTurnHandler conversations,
    ICoverageStore store,
    IKeptAnswerStore kept,
    TimeProvider clock,
    ILogger<AskPages> logger,
    ModelAnswerer? model = null
)
{
    private const int NewestShown = 5;

    /// <summary>Answers what the address asks; without a question the empty page.</summary>
    /// <param name="query">The address.</param>
    /// <param name="isAsked">Somebody asks; false: the address is only opened, and nothing is counted, kept or paid for.</param>
    /// <param name="baseAddress">Where this server is reached, without a slash at its end.</param>
    /// <param name="progress">Told how far the answer is; may be null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<AskPageModel> AnswerAsync(
        AskQuery query,
        bool isAsked,
        string baseAddress,
        IProgress<TurnProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var earlier = PageHistory.Bound(query.History ?? []);
        OutgoingMessage? message = null;
        string? error = null;
        if (query.Question is not null)
        {
            try
            {
                message = await conversations.HandleAsync(Message(query, earlier, isAsked), progress, cancellationToken);
            }
            catch (InvalidQuestionException exception)
            {
                error = exception.Message;
            }
        }

        var status = await store.GetStatusAsync(cancellationToken);
        var newest = message is null
            ? (await store.ListArticlesAsync(CoverageFilter.None, 0, NewestShown, cancellationToken)).Articles
            : [];
        return new AskPageModel(query.Question, earlier, message, error, status, newest)
        {
            Composer = query.Choice,
            SetAside = query.SetAside,
            BaseAddress = baseAddress,
            HasModel = model is not null,
            AtHand = isAsked && message is not null ? await PutAtHandAsync(message, cancellationToken) : null,
        };
    }

    /// <summary>An answer that cannot be put at hand is given all the same, without a link.</summary>
    private async Task<KeptAnswerId?> PutAtHandAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var answer = KeptAnswer.Of(message, clock.GetUtcNow());
        try
        {
            await kept.SaveAsync(answer, cancellationToken);
            return answer.Id;
        }
        catch (StoreException exception)
        {
            LogNotAtHand(logger, exception);
            return null;
        }
    }

    private static IncomingMessage Message(AskQuery query, IReadOnlyList<string> earlier, bool isAsked) =>
        new(query.Question!)
        {
            History = earlier,
            Composer = isAsked ? query.Choice : ComposerChoice.Extractive,
            AnyTime = query.SetAside.Time,
            AnySource = query.SetAside.Source,
            KeepsGaps = isAsked,
        };

    [LoggerMessage(
        EventIds.Host + 62,
        LogLevel.Warning,
        "An answer was given without a link to keep it: it could not be written to the store"
    )]
    private static partial void LogNotAtHand(ILogger logger, Exception exception);
}
