using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>The oldest and the newest article, of all or of a topic or source.</summary>
internal sealed class FindExtremes(ArticleSelector articles, ICoverageStore store) : RequestKind("oldest_newest", "request-extremes")
{
    private const int MostOfOneDay = 5;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.Asks("topic") || words.IsOpen("topic"))
        {
            return null;
        }

        var selection = await articles.SelectAsync(
            question,
            new ArticleRequest
            {
                Topic = words.Topic,
                Source = words.Find("source"),
                Period = text.Period,
            },
            cancellationToken
        );
        ArticleHeader[] dated = [.. selection.Articles.Where(article => article.Published is not null)];
        if (selection.HasUnknownSource || (selection.Articles.Count == 0 && words.Topic is not null))
        {
            return null;
        }

        if (dated.Length == 0)
        {
            return new RequestDraft().ToAnswer($"The coverage has no dated article{selection.Limits}.");
        }

        RequestDraft draft = new();
        List<string> said = [];
        if (!words.Has("new"))
        {
            var day = dated[^1].Published!.Value.Day;
            said.Add($"The oldest article{selection.Limits} is from {ReadableDate.Of(day)}.");
            await draft.AddHeadlinesAsync(
                store,
                dated.Reverse().TakeWhile(article => article.Published!.Value.Day == day).Take(MostOfOneDay),
                RequestDraft.DayOf,
                cancellationToken
            );
        }

        if (!words.Has("old"))
        {
            var day = dated[0].Published!.Value.Day;
            said.Add($"The newest article{selection.Limits} is from {ReadableDate.Of(day)}.");
            await draft.AddHeadlinesAsync(
                store,
                dated.TakeWhile(article => article.Published!.Value.Day == day).Take(MostOfOneDay),
                RequestDraft.DayOf,
                cancellationToken
            );
        }

        int undated = selection.Articles.Count - dated.Length;
        if (undated > 0)
        {
            said.Add($"The date of {ArticleSelection.Count(undated)} is unknown.");
        }

        return draft.ToAnswer(string.Join(' ', said));
    }
}
