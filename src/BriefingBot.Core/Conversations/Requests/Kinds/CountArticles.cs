using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>How many articles there are, about a topic, by a source, of a period: the exact number, with the newest of them.</summary>
internal sealed class CountArticles(ArticleSelector articles, ICoverageStore store) : RequestKind("count_articles", "request-count")
{
    private const int Shown = 5;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.Asks("topic") || words.Asks("mention") || words.Asks("publisher") || words.IsOpen("topic") || words.IsOpen("mention"))
        {
            return null;
        }

        var selection = await articles.SelectAsync(
            question,
            new ArticleRequest
            {
                Topic = words.Topic ?? words.Find("mention"),
                Source = words.Find("publisher"),
                Period = text.Period,
                Mentions = words.Has("mention"),
                IsLiteral = true,
            },
            cancellationToken
        );
        if (selection.HasUnknownSource)
        {
            // "How many reports did the commission publish?" asks for a fact of the news.
            return null;
        }

        RequestDraft draft = new();
        await draft.AddHeadlinesAsync(store, selection.Articles.Take(Shown), RequestDraft.DayOf, cancellationToken);
        int found = selection.Articles.Count;
        string dates = found == 0 ? "" : $": {selection.Dates}";
        string newest = found > Shown ? $" The newest {Shown}:" : "";
        return draft.ToAnswer($"The coverage has {ArticleSelection.Count(found)}{selection.Limits}{dates}.{newest}");
    }
}
