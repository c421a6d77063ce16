using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// What the coverage has of a question outside the period that was asked for. It is never passed off as an answer for that period: only
/// sentences that name the period in the same words ("last year") are given, as of their report's day; otherwise the newest report is
/// named.
/// </summary>
/// <param name="Draft">The sentences that may be given; empty when there is none.</param>
/// <param name="Newest">The newest report that speaks of it; null when none does.</param>
public sealed record OutsidePeriod(DraftAnswer Draft, ArticleHeader? Newest)
{
    /// <summary>Something was found.</summary>
    public bool HasFound => Newest is not null;

    /// <summary>The question without its period; null when it has none that limits, or asks for nothing but the period.</summary>
    public static Question? Widen(Question question) =>
        question is { Window: not null, HasTopic: true }
            ? question with
            {
                Window = null,
                IsWindowRelative = false,
                PrefersRecent = true,
            }
            : null;

    /// <summary>Reads what was found without the period.</summary>
    /// <param name="question">The question with its period.</param>
    /// <param name="retrieved">What was found without it.</param>
    /// <param name="draft">What was drafted from that.</param>
    public static OutsidePeriod Find(Question question, RetrievedPassages retrieved, DraftAnswer draft)
    {
        var none = draft with { Sentences = [] };
        if (draft.Sentences.Count == 0)
        {
            return new OutsidePeriod(none, null);
        }

        var cited = draft.Sentences.SelectMany(sentence => sentence.Citations).Select(citation => citation.Passage).ToHashSet();
        var newest = retrieved
            .Passages.Where(p => cited.Contains(p.Passage.Id))
            .Select(p => p.Passage.Article)
            .MaxBy(article => article.Published?.Day ?? DateOnly.MinValue);
        DraftSentence[] same = question is { IsWindowRelative: true, PeriodWords: { } words }
            ? [.. draft.Sentences.Where(sentence => sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase))]
            : [];
        return new OutsidePeriod(none with { Sentences = same }, newest);
    }
}
