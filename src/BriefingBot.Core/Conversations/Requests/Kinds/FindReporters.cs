using System.Globalization;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Which outlets carried a report: each with its dates and the sentence that says it.</summary>
internal sealed class FindReporters(ArticleSelector articles, ICoverageStore store, IStoryStore? stories)
    : RequestKind("who_reported", "request-reported")
{
    private const int Shown = 10;
    private const int MostCounted = 500;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.Find("clause") is not { } clause)
        {
            return null;
        }

        var selection = await articles.SelectAsync(
            question,
            new ArticleRequest
            {
                Topic = clause,
                Period = text.Period,
                Mentions = true,
            },
            cancellationToken
        );
        if (selection.Articles.Count == 0)
        {
            return null;
        }

        var outlets = selection
            .Articles.GroupBy(article => SourceName.OutletOf(article) ?? SourceName.NoOutlet, StringComparer.OrdinalIgnoreCase)
            .OrderBy(outlet => outlet.Key == SourceName.NoOutlet)
            .ThenByDescending(outlet => outlet.Count())
            .ThenBy(outlet => outlet.Key, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        var topic = TopicWord.Read(clause);
        RequestDraft draft = new();
        foreach (var header in Chosen(outlets))
        {
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is { } article)
            {
                draft.Add(
                    StoryQuote.OfStory(article.ToPassages(), topic),
                    $"{SourceName.OutletOf(header) ?? SourceName.NoOutlet}, {ReadableDay(header)}"
                );
            }
        }

        string near = selection.IsNear ? "No article has these exact words; close in meaning: " : "";
        string sources = await CountSourcesAsync(selection.Articles, cancellationToken);
        return draft.ToAnswer($"{near}{string.Join("; ", outlets.Take(Shown).Select(Describe))}.{sources}");
    }

    /// <summary>Several outlets that print one agency's text are one source: that is said when it is so.</summary>
    private async Task<string> CountSourcesAsync(IReadOnlyList<ArticleHeader> found, CancellationToken cancellationToken)
    {
        if (stories is null)
        {
            return "";
        }

        var ids = found.Take(MostCounted).Select(article => article.Id).ToHashSet();
        List<StoryReport> reports = [];
        foreach (var id in (await stories.FindStoriesAsync(ids, cancellationToken)).Values.Distinct())
        {
            reports.AddRange(
                (await stories.FindAsync(id, cancellationToken))?.Reports.Where(report => ids.Contains(report.Article.Id)) ?? []
            );
        }

        var sources = StorySources.Of(reports);
        return sources.Wires.Count == 0 || sources.Independent >= sources.Outlets.Count
            ? ""
            : $" Texts from {string.Join(" and ", sources.Wires)} count once: {sources.Independent} independent "
                + $"{(sources.Independent == 1 ? "source" : "sources")}.";
    }

    /// <summary>The newest of every outlet, then more of them in turn.</summary>
    private static IEnumerable<ArticleHeader> Chosen(IGrouping<string, ArticleHeader>[] outlets) =>
        outlets
            .SelectMany(outlet => outlet.Select((article, i) => (Article: article, Turn: i)))
            .OrderBy(chosen => chosen.Turn)
            .Take(Shown)
            .Select(chosen => chosen.Article);

    private static string Describe(IGrouping<string, ArticleHeader> outlet)
    {
        string[] days =
        [
            .. outlet.OrderBy(article => article.Published is null).ThenBy(article => article.Published).Select(ReadableDay).Distinct(),
        ];
        string count = outlet.Count() == 1 ? "1 report" : string.Create(CultureInfo.InvariantCulture, $"{outlet.Count():N0} reports");
        return $"{outlet.Key}: {count} ({(days.Length > 3 ? $"{days[0]} to {days[^1]}" : string.Join("; ", days))})";
    }

    private static string ReadableDay(ArticleHeader article) =>
        article.Published is { } date ? ReadableDate.Of(date.Day) : ReadableDate.Undated;
}
