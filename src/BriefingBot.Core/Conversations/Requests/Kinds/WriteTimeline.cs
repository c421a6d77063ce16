using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>What happened when: a dated line a story, the headline where there is one, undated ones apart at the end.</summary>
internal sealed class WriteTimeline(ArticleSelector articles, ICoverageStore store) : RequestKind("timeline", "request-timeline")
{
    private const int MostLines = 20;

    /// <summary>So few articles have no course of events: "How did the fire develop?" asks for a fact.</summary>
    private const int FewestForSoft = 3;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.IsOpen("topic") || (words.Has("soft") && words.Asks("topic")))
        {
            return null;
        }

        var selection = await articles.SelectAsync(
            question,
            new ArticleRequest { Topic = words.Topic, Period = text.Period },
            cancellationToken
        );
        if (words.Has("soft") && selection.Articles.Count < FewestForSoft)
        {
            return null;
        }

        if (selection.Articles.Count == 0)
        {
            return new RequestDraft().ToAnswer(words.Topic is null ? $"The coverage has no article{selection.Limits}." : null);
        }

        var stories = await DistinctStories.TakeAsync(store, null, selection.Articles, MostLines, cancellationToken);
        RequestDraft draft = new();
        foreach (
            var story in stories
                .OrderBy(story => story.Header.Published is null)
                .ThenBy(story => story.Header.Published)
                .ThenBy(story => story.Header.Id.Value, StringComparer.Ordinal)
        )
        {
            draft.Add(StoryQuote.OfHeadline(story.ToPassages()), RequestDraft.DayOf(story.Header));
        }

        int undated = stories.Count(story => story.Header.Published is null);
        string apart = undated > 0 && undated < stories.Count ? ", undated ones last" : "";
        string shown =
            selection.Articles.Count > stories.Count
                ? $" (the newest {stories.Count} of {ArticleSelection.Count(selection.Articles.Count)})"
                : "";
        return draft.ToAnswer($"By day of publication{selection.Limits}{shown}{apart}:");
    }
}
