using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Questions.Periods;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>
/// Two outlets, periods or topics side by side: what both report, then what only one does. Where figures differ, the answer's disagreements
/// say so.
/// </summary>
internal sealed class CompareSides(ArticleSelector articles, ICoverageStore store) : RequestKind("comparison", "request-comparison")
{
    private const int StoriesOfSide = 6;
    private const int ShownOfSide = 3;

    /// <summary>Two sentences tell the same when they share this much of the shorter one's content words.</summary>
    private const double SameContent = 0.5;

    /// <summary>Where the sides are periods, they must not have been taken out.</summary>
    public override RequestWords? Read(RequestText text) =>
        base.Read(text with { Words = text.Whole }) is { } whole
        && (text.Period is null || (IsPeriod(whole.Find("a")) && IsPeriod(whole.Find("b"))))
            ? whole
            : base.Read(text);

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        if (words.Find("a") is not { } a || words.Find("b") is not { } b)
        {
            return null;
        }

        var first = await SideAsync(a, words.Topic, text, question, cancellationToken);
        var second = await SideAsync(b, words.Topic, text, question, cancellationToken);
        if (first.Stories.Count == 0 || second.Stories.Count == 0 || (words.Has("soft") && (first.IsTopic || second.IsTopic)))
        {
            return null;
        }

        RequestDraft draft = new();
        var both = first
            .Stories.Where(story => second.Stories.Any(other => other.Article.Id == story.Article.Id))
            .Take(ShownOfSide)
            .ToList();
        foreach (var story in both)
        {
            draft.Add(story.Quote, $"Both, {RequestDraft.DayOf(story.Article)}");
        }

        var pairs = Pairs(Without(first.Stories, both), Without(second.Stories, both));
        foreach (var (one, other) in pairs.Take(ShownOfSide))
        {
            draft.Add(one.Quote, $"Both, {first.Name}, {RequestDraft.DayOf(one.Article)}");
            draft.Add(other.Quote, $"Both, {second.Name}, {RequestDraft.DayOf(other.Article)}");
        }

        AddOnly(draft, first.Name, Without(Without(first.Stories, both), [.. pairs.Select(pair => pair.One)]));
        AddOnly(draft, second.Name, Without(Without(second.Stories, both), [.. pairs.Select(pair => pair.Other)]));
        string about = words.Topic is { } topic ? $" about “{topic}”" : "";
        return draft.ToAnswer(
            $"{first.Name}: {ArticleSelection.Count(first.Total)}{about}. {second.Name}: {ArticleSelection.Count(second.Total)}{about}."
        );
    }

    private async Task<Side> SideAsync(string name, string? topic, RequestText text, Question question, CancellationToken cancellationToken)
    {
        var asPeriod = PeriodOf(name, question.AsOf) is { } time ? new ArticleRequest { Topic = topic, Period = time } : null;
        var selection = await articles.SelectAsync(
            question,
            asPeriod
                ?? new ArticleRequest
                {
                    Topic = topic,
                    Source = name,
                    Period = text.Period,
                },
            cancellationToken
        );
        if (asPeriod is null && selection.HasUnknownSource)
        {
            selection = await articles.SelectAsync(
                question,
                new ArticleRequest { Topic = topic is null ? name : $"{name} {topic}", Period = text.Period },
                cancellationToken
            );
        }

        var about = TopicWord.Read(asPeriod is null && selection.Request.Source is null ? $"{name} {topic}" : topic ?? "");
        var stories = await DistinctStories.TakeAsync(store, null, selection.Articles, StoriesOfSide, cancellationToken);
        return new Side(
            selection.Request.Source ?? name,
            asPeriod is null && selection.Request.Source is null,
            selection.Articles.Count,
            [
                .. stories
                    .Select(story => (story.Header, StoryQuote.OfStory(story.ToPassages(), about)))
                    .Where(story => story.Item2 is not null)
                    .Select(story => new Story(story.Header, story.Item2!)),
            ]
        );
    }

    private static bool IsPeriod(string? name) => name is not null && PeriodOf(name, DateOnly.MaxValue.AddYears(-1)) is not null;

    /// <summary>The period that is named by these words alone.</summary>
    private static TimeWindow? PeriodOf(string name, DateOnly asOf)
    {
        string words = name.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        return TimeExpressionParser.Parse($"in {words}", asOf) is { } time && time.Length >= words.Length ? time.Window : null;
    }

    private static void AddOnly(RequestDraft draft, string name, IReadOnlyList<Story> stories)
    {
        foreach (
            var story in stories
                .Take(ShownOfSide)
                .OrderBy(story => story.Article.Published is null)
                .ThenBy(story => story.Article.Published)
        )
        {
            draft.Add(story.Quote, $"Only {name}, {RequestDraft.DayOf(story.Article)}");
        }
    }

    private static List<(Story One, Story Other)> Pairs(IReadOnlyList<Story> first, IReadOnlyList<Story> second)
    {
        List<(Story One, Story Other)> pairs = [];
        foreach (var one in first)
        {
            var other = second
                .Where(candidate => !pairs.Any(pair => pair.Other == candidate))
                .Select(candidate => (Story: candidate, Share: Shared(one, candidate)))
                .Where(candidate => candidate.Share >= SameContent)
                .OrderByDescending(candidate => candidate.Share)
                .FirstOrDefault()
                .Story;
            if (other is not null)
            {
                pairs.Add((one, other));
            }
        }

        return pairs;
    }

    private static double Shared(Story one, Story other)
    {
        var (first, second) = (Content(one), Content(other));
        int smaller = Math.Min(first.Count, second.Count);
        return smaller == 0 ? 0 : (double)first.Count(second.Contains) / smaller;
    }

    private static HashSet<string> Content(Story story) =>
        [.. WordTokenizer.Tokenize(story.Quote.Text).Select(token => token.Stem).Where(stem => !StopWords.Contains(stem))];

    private static IReadOnlyList<Story> Without(IReadOnlyList<Story> stories, IReadOnlyList<Story> gone) =>
        [.. stories.Where(story => !gone.Any(other => other.Article.Id == story.Article.Id))];

    private sealed record Story(ArticleHeader Article, StoryQuote Quote);

    private sealed record Side(string Name, bool IsTopic, int Total, IReadOnlyList<Story> Stories);
}
