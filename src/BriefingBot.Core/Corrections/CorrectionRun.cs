using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Corrections;

/// <summary>
/// Looks at all that answers cite and that changed since, and has those told whom it concerns: one notice a conversation, article and
/// revision, none when the quotes stand and no correction was added, none that repeats the last. Killed at any point, the next run goes on.
/// Thread-safe.
/// </summary>
public sealed partial class CorrectionRun(
    ICorrectionStore corrections,
    ICoverageStore store,
    IConversationLog conversations,
    CorrectionNotices notices,
    Announcer announcer,
    TimeProvider clock,
    ILogger<CorrectionRun> logger
)
{
    /// <summary>When more cited articles than these are withdrawn at once, a source was removed: nobody is told, it is listed.</summary>
    public const int MostWithdrawn = 20;

    private const int Batch = 10_000;

    // Of this process: the first run after a start reads all.
    private volatile CorrectionCursor _looked = CorrectionCursor.None;

    /// <returns>The corrections that were found.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<IReadOnlyList<Correction>> RunAsync(CancellationToken cancellationToken)
    {
        List<Correction> found = [];
        var now = await corrections.GetCursorAsync(cancellationToken);
        var changed = await corrections.ListChangedAsync(_looked, Batch, cancellationToken);
        bool isHousekeeping =
            changed.Where(static cited => cited.IsWithdrawn).Select(static cited => cited.Article).Distinct().Count() > MostWithdrawn;
        foreach (var group in changed.GroupBy(static cited => (cited.Conversation, cited.Article)))
        {
            List<CitedArticle> cited = [.. group];
            if (await CompareAsync(cited, cancellationToken) is not { Correction: var correction, Answer: { } answer })
            {
                await corrections.TryRecordAsync(cited, null, [], cancellationToken);
                continue;
            }

            IReadOnlyList<Announcement> said =
                isHousekeeping && correction.Kind == CorrectionKind.Withdrawn
                    ? []
                    : await notices.MakeAsync(correction, answer, cancellationToken);
            if (await corrections.TryRecordAsync(cited, correction, said, cancellationToken))
            {
                found.Add(correction);
                LogFound(logger, correction.Article.Id.Value, correction.Kind, correction.Answer.Value, said.Count);
            }
        }

        if (changed.Count < Batch)
        {
            _looked = now;
        }

        if (found.Count > 0)
        {
            announcer.Nudge();
        }

        return found;
    }

    private async Task<(Correction Correction, ChatAnswer Answer)?> CompareAsync(
        List<CitedArticle> cited,
        CancellationToken cancellationToken
    )
    {
        var latest = await store.FindArticleAsync(cited[0].Article, cited[0].Latest, cancellationToken);
        ChatAnswer? first = null;
        string? note = null;
        List<CorrectedQuote> quotes = [];
        foreach (var one in cited)
        {
            if (latest is null || await conversations.FindAnswerAsync(one.Answer, cancellationToken) is not { } answer)
            {
                continue;
            }

            first ??= answer;
            var citations = answer.Citations.Where(citation => citation.Passage.Article == one.Article).ToList();
            foreach (var revision in citations.GroupBy(static citation => citation.Passage.Revision))
            {
                if (one.IsWithdrawn)
                {
                    quotes.AddRange(revision.Select(static citation => new CorrectedQuote(citation.Quote, null)));
                }
                else if (await store.FindArticleAsync(one.Article, revision.Key, cancellationToken) is { } before)
                {
                    quotes.AddRange(CorrectionFinder.FindChanged(before.Article, [.. revision], latest.Article, cancellationToken));
                    note ??= CorrectionFinder.FindNote(before.Article, latest.Article);
                }
            }
        }

        if (first is null || (quotes.Count == 0 && note is null))
        {
            return null;
        }

        Correction correction = new()
        {
            Kind =
                cited[0].IsWithdrawn ? CorrectionKind.Withdrawn
                : quotes.Count > 0 ? CorrectionKind.Changed
                : CorrectionKind.Noted,
            Answer = first.Id,
            Conversation = cited[0].Conversation,
            Article = latest!.Header,
            Cited = cited[0].Cited,
            Quotes = [.. quotes.DistinctBy(static quote => quote.Was)],
            Note = note,
            Found = clock.GetUtcNow(),
        };
        return
            await corrections.FindLastAsync(correction.Conversation, cited[0].Article, cancellationToken) is { } last
            && correction.Repeats(last)
            ? null
            : (correction, first);
    }

    [LoggerMessage(
        EventIds.Corrections,
        LogLevel.Information,
        "The article {Article}, cited in {Answer}, is corrected ({Kind}); notices: {Notices}"
    )]
    private static partial void LogFound(ILogger logger, string article, CorrectionKind kind, string answer, int notices);
}
