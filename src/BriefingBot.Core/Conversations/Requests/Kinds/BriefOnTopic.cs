using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>
/// What happened, of a topic or all: one dated sentence a story in chronological order, the newest stories when there are many.
/// </summary>
internal sealed class BriefOnTopic(ArticleSelector articles, ICoverageStore store, IStoryStore? stories)
    : RequestKind("brief", "request-brief")
{
    private const int MostSentences = 8;

    /// <summary>So many headlines with the topic are a briefing; fewer would leave out too much.</summary>
    private const int FewestHeadlines = 4;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.IsOpen("topic"))
        {
            return null;
        }

        string? topic = words.Topic;
        var selection = await articles.SelectAsync(question, new ArticleRequest { Topic = topic, Period = text.Period }, cancellationToken);
        if (selection.Articles.Count == 0 && text.Period is not null)
        {
            return await TellNewestAsync(selection, question, cancellationToken) ?? Nothing(words, selection);
        }

        if (selection.Articles.Count == 0)
        {
            return Nothing(words, selection);
        }

        var headlines = selection.Articles.Count > MostSentences && topic is not null ? WithHeadline(selection.Articles, topic) : [];
        bool isByHeadline = headlines.Count >= FewestHeadlines && headlines.Count < selection.Articles.Count;
        var taken = await DistinctStories.TakeAsync(
            store,
            stories,
            isByHeadline ? headlines : selection.Articles,
            MostSentences,
            cancellationToken
        );
        return Write(selection, taken, "", isByHeadline);
    }

    /// <summary>Where there are many, those with the topic in the headline: what only speaks of it may be about anything.</summary>
    private static List<ArticleHeader> WithHeadline(IReadOnlyList<ArticleHeader> articles, string topic)
    {
        var words = TopicWord.Read(topic);
        return
        [
            .. articles.Where(article =>
            {
                var title = WordTokenizer.Tokenize(article.Title);
                return words.All(word => word.Count(article.Title, title).All > 0);
            }),
        ];
    }

    private static RequestAnswer Write(ArticleSelection selection, List<StoredArticle> stories, string before, bool isByHeadline = false)
    {
        var words = selection.Request.Topic is { } topic ? TopicWord.Read(topic) : [];
        RequestDraft draft = new();
        foreach (var story in InOrderOfTime(stories))
        {
            draft.Add(StoryQuote.OfStory(story.ToPassages(), words), RequestDraft.DayOf(story.Header));
        }

        int found = selection.Articles.Count;
        string near = selection.IsNear ? "No article is about these exact words; close in meaning: " : "";
        string by = isByHeadline ? " with it in the headline," : "";
        string shown =
            found > stories.Count
                ? $"; the newest {(stories.Count == 1 ? "story" : $"{stories.Count} stories")}{by} in chronological order:"
            : stories.Count > 1 ? ", in chronological order:"
            : ":";
        string count = ArticleSelection.Count(found);
        return draft.ToAnswer(
            $"{before}{near}{char.ToUpperInvariant(count[0])}{count[1..]}{(selection.IsNear ? "" : selection.Limits)}{shown}"
        );
    }

    /// <summary>Nothing in the period: that is said first, then what is newest.</summary>
    private async Task<RequestAnswer?> TellNewestAsync(ArticleSelection selection, Question question, CancellationToken cancellationToken)
    {
        var all = await articles.SelectAsync(question, selection.Request with { Period = null }, cancellationToken);
        if (all.Articles.Count == 0)
        {
            return null;
        }

        var newest = await DistinctStories.TakeAsync(store, stories, all.Articles, 1, cancellationToken);
        return Write(all, newest, $"The coverage has nothing{selection.Limits}. ");
    }

    /// <summary>A soft form may still be a question; the others are refused.</summary>
    private static RequestAnswer? Nothing(RequestWords words, ArticleSelection selection) =>
        words.Has("soft") ? null
        : selection.Request.Topic is null ? new RequestDraft().ToAnswer($"The coverage has no article{selection.Limits}.")
        : new RequestDraft().ToAnswer(null);

    private static IEnumerable<StoredArticle> InOrderOfTime(IEnumerable<StoredArticle> stories) =>
        stories
            .OrderBy(story => story.Header.Published is null)
            .ThenBy(story => story.Header.Published)
            .ThenBy(story => story.Header.Id.Value, StringComparer.Ordinal);
}
