using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Disagreements;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// Finds how a story moved: the same thing counted otherwise at the top of an earlier and of the newest report. On the careful side, by the
/// rules of <see cref="DisagreementFinder"/>: silence costs nothing. Stateless.
/// </summary>
internal static class StoryMoves
{
    private const int Sentences = 5;

    /// <summary>The move from the earliest report that counts the same thing; null when none is sure.</summary>
    /// <param name="reports">The current reports, in any order.</param>
    public static StoryMove? Find(IReadOnlyList<StoredArticle> reports)
    {
        var dated = reports
            .Where(report => report.Article.Published is not null)
            .OrderBy(report => report.Article.Published)
            .ThenBy(report => report.Article.Id.Value, StringComparer.Ordinal)
            .ToList();
        if (dated.Count < 2)
        {
            return null;
        }

        return FindSince(dated[..^1], dated[^1]);
    }

    /// <summary>The move from the first of the earlier reports that counts the same thing otherwise; null when none is sure.</summary>
    /// <param name="earlier">Dated reports, in the order in which they are asked.</param>
    /// <param name="newest">The dated report that they are compared with.</param>
    public static StoryMove? FindSince(IReadOnlyList<StoredArticle> earlier, StoredArticle newest)
    {
        var last = TopOf(newest);
        foreach (var report in earlier.Where(report => report.Article.Published!.Value.CompareTo(newest.Article.Published!.Value) < 0))
        {
            var first = TopOf(report);
            foreach (string before in first)
            {
                foreach (string after in last)
                {
                    if (Compare(before, report.Header, after, newest.Header) is { } move)
                    {
                        return move;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The move from a quoted sentence to the top of a newer report; null when none is sure.</summary>
    public static StoryMove? FindSince(string quoted, ArticleHeader earlier, StoredArticle newest) =>
        TopOf(newest).Select(after => Compare(quoted, earlier, after, newest.Header)).FirstOrDefault(static move => move is not null);

    private static StoryMove? Compare(string before, ArticleHeader earlier, string after, ArticleHeader newest)
    {
        Citation[] citations = [Cite(1, earlier, before), Cite(2, newest, after)];
        return
            DisagreementFinder.FindCounts(new VerifiedSentence(before, [1], false), new VerifiedSentence(after, [2], false), citations)
                is { } pair
            ? new StoryMove(pair.First, pair.Second, earlier, newest)
            : null;
    }

    private static Citation Cite(int number, ArticleHeader article, string quote) =>
        new(number, article, new PassageId(article.Id, article.Revision, 0), 0, quote.Length, quote);

    private static List<string> TopOf(StoredArticle report) =>
        [
            .. report
                .ToPassages()
                .Where(passage => passage.Kind is PassageKind.Headline or PassageKind.Body)
                .Take(3)
                .SelectMany(passage => SentenceReader.Read(passage))
                .Select(sentence => sentence.Text)
                .Take(Sentences),
        ];
}
