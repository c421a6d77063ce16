using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Which articles there are, newest first: their headlines, with dates and links.</summary>
internal sealed class ListArticles(ArticleSelector articles, ICoverageStore store) : RequestKind("list_articles", "request-list")
{
    private const int Shown = 20;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.Asks("topic") || words.Asks("source") || words.Asks("publisher") || words.IsOpen("topic"))
        {
            return null;
        }

        var selection = await articles.SelectAsync(
            question,
            new ArticleRequest
            {
                Topic = words.Topic,
                Source = words.Find("source") ?? words.Find("publisher"),
                Period = text.Period,
            },
            cancellationToken
        );
        if (selection.HasUnknownSource && words.Has("publisher"))
        {
            return null;
        }

        if (words.Has("undated"))
        {
            selection = selection with { Articles = [.. selection.Articles.Where(article => article.Published is null)] };
        }

        RequestDraft draft = new();
        await draft.AddHeadlinesAsync(store, selection.Articles.Take(Shown), RequestDraft.DayOf, cancellationToken);
        return draft.ToAnswer(Describe(selection, words.Has("undated")));
    }

    private static string Describe(ArticleSelection selection, bool undated)
    {
        int found = selection.Articles.Count;
        if (selection.HasUnknownSource)
        {
            return $"No article of the coverage is by {selection.Request.Source}.";
        }

        string count = $"{ArticleSelection.Count(found)}{(undated ? " without a date" : "")}{selection.Limits}";
        string shown =
            found > Shown ? $", the newest {Shown} are"
            : found == 0 ? ""
            : ", newest first";
        return selection.IsNear
            ? $"No article is about these exact words; {ArticleSelection.Count(found)} close in meaning{shown}:"
            : $"The coverage has {count}{shown}{(found == 0 ? "." : ":")}";
    }
}
