using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Disagreements;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// Finds how a story moved: the same thing counted otherwise at the top of an earlier and of the newest report. On the careful side, by the rules of
/// <see cref="DisagreementFinder"/>: silence costs nothing. Stateless.
/// </summary>
internal static class StoryMoves
{
    private const int Sentences = 5;

    /// <summary>The move from the earliest report that counts the same thing; null when none is sure.</summary>
    /// <param name="reports">The current reports, in any order.</param>
    public static StoryMove? Find(IReadOnlyList<StoredArticle> reports)
    {
        var dated = reports.Where(report => report.Article.Published is not null).OrderBy(report => report.Article.Published).ThenBy(report => report.Article.Id.Value, StringComparer.Ordinal).ToList();
        if (dated.Count < 2)
        {
            return null;
        }

        var newest = dated[^1];
        var last = TopOf(newest);
        foreach (var earlier in dated.Where(report => report.Article.Published!.Value.CompareTo(newest.Article.Published!.Value) < 0))
        {
            var first = TopOf(earlier);
            foreach (string before in first)
            {
                foreach (string after in last)
                {
                    if (Compare(before, earlier.Header, after, newest.Header) is { } move)
                    {
                        return move;
                    }
                }
            }
        }

        return null;
    }

    private static StoryMove? Compare(string before, ArticleHeader earlier, string after, ArticleHeader newest)
    {
        Citation[] citations = [Cite(1, earlier, before), Cite(2, newest, after)];
        return DisagreementFinder.FindCounts(new VerifiedSentence(before, [1], false), new VerifiedSentence(after, [2], false), citations) is { } pair
            ? new StoryMove(pair.First, pair.Second, earlier, newest)
            : null;
    }

    private static Citation Cite(int number, ArticleHeader article, string quote) => new(number, article, new PassageId(article.Id, article.Revision, 0), 0, quote.Length, quote);

    private static List<string> TopOf(StoredArticle report) =>
    [
        .. report.ToPassages()
            .Where(passage => passage.Kind is PassageKind.Headline or PassageKind.Body)
            .Take(3)
            .SelectMany(passage => SentenceReader.Read(passage))
            .Select(sentence => sentence.Text)
            .Take(Sentences),
    ];
}
