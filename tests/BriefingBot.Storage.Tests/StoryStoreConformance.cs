using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>What every <see cref="IStoryStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class StoryStoreConformance
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    protected abstract Task<(ICoverageStore Coverage, IStoryStore Stories)> OpenAsync();

    [Fact]
    public async Task An_empty_store_has_no_stories_and_no_work()
    {
        var (_, stories) = await OpenAsync();

        Assert.Empty(await stories.ListNewerAsync(null, 10, Ct));
        Assert.Null(await stories.FindAsync(new StoryId(1), Ct));
        Assert.Empty(await stories.FindStoriesAsync([Id("a")], Ct));
        var work = await stories.TakeWorkAsync(Ct);
        Assert.Empty(work.Unlinked);
        Assert.Empty(work.Ungrouped);
    }

    [Fact]
    public async Task New_and_changed_articles_are_work_until_they_are_linked_and_grouped()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await SaveAsync(coverage, "b");

        var work = await stories.TakeWorkAsync(Ct);
        Assert.Equal(["a", "b"], work.Unlinked.Select(item => item.Article.Value));
        Assert.Empty(work.Ungrouped);

        await stories.LinkAsync([.. work.Unlinked.Select(Node)], [], Ct);
        work = await stories.TakeWorkAsync(Ct);
        Assert.Empty(work.Unlinked);
        Assert.Equal(["a", "b"], work.Ungrouped.Select(id => id.Value));

        await stories.SaveAsync([New("a"), New("b")], Ct);
        Assert.Empty((await stories.TakeWorkAsync(Ct)).Ungrouped);

        await SaveAsync(coverage, "b", "Another lead.");
        Assert.Equal(["b"], (await stories.TakeWorkAsync(Ct)).Unlinked.Select(item => item.Article.Value));
    }

    [Fact]
    public async Task A_story_gives_its_reports_newest_first_with_their_agency()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a", day: "2024-05-01");
        await SaveAsync(coverage, "b", day: "2024-05-03");
        await SaveAsync(coverage, "c");
        await LinkAllAsync(stories, wire: "AP");
        await stories.SaveAsync([New("a", "b", "c")], Ct);

        var id = (await stories.FindStoriesAsync([Id("a"), Id("b"), Id("c"), Id("d")], Ct)).Values.Distinct().Single();
        var story = await stories.FindAsync(id, Ct);
        Assert.NotNull(story);
        Assert.Equal(["b", "a", "c"], story.Reports.Select(report => report.Article.Id.Value));
        Assert.All(story.Reports, report => Assert.Equal("AP", report.Wire));
        Assert.Equal(Clock.GetUtcNow(), story.Created);
        Assert.Equal(story.Id, Assert.Single(await stories.ListNewerAsync(null, 10, Ct)).Id);
        Assert.Empty(await stories.ListNewerAsync(story.Id, 10, Ct));
    }

    [Fact]
    public async Task A_story_that_became_part_of_another_leads_to_it()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await SaveAsync(coverage, "b");
        await LinkAllAsync(stories);
        await stories.SaveAsync([New("a")], Ct);
        await stories.SaveAsync([New("b")], Ct);
        var found = await stories.FindStoriesAsync([Id("a"), Id("b")], Ct);
        await SaveAsync(coverage, "b", "Another lead.");
        await LinkAllAsync(stories);

        await stories.SaveAsync([new StoryDecision([Id("a"), Id("b")], found[Id("a")], [found[Id("b")]], null)], Ct);

        var story = await stories.FindAsync(found[Id("b")], Ct);
        Assert.Equal(found[Id("a")], story!.Id);
        Assert.Equal(2, story.Reports.Count);
        Assert.Equal(found[Id("a")], Assert.Single(await stories.ListNewerAsync(null, 10, Ct)).Id);
    }

    [Fact]
    public async Task A_report_keeps_the_time_when_it_joined()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await LinkAllAsync(stories);
        await stories.SaveAsync([New("a")], Ct);
        var joined = Clock.GetUtcNow();
        var id = (await stories.FindStoriesAsync([Id("a")], Ct))[Id("a")];
        Clock.Now += TimeSpan.FromHours(1);
        await SaveAsync(coverage, "b");
        await LinkAllAsync(stories);

        await stories.SaveAsync([new StoryDecision([Id("a"), Id("b")], id, [], null)], Ct);

        var story = await stories.FindAsync(id, Ct);
        Assert.Equal(
            [joined, joined + TimeSpan.FromHours(1)],
            story!.Reports.OrderBy(report => report.Article.Id.Value).Select(report => report.Joined)
        );
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_its_story_and_its_neighbours_are_grouped_again()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await SaveAsync(coverage, "b");
        await SaveAsync(coverage, "c");
        await LinkAllAsync(stories, links: [StoryLink.Between(Id("a"), Id("b"), 900)]);
        await stories.SaveAsync([New("a", "b"), New("c")], Ct);
        var id = (await stories.FindStoriesAsync([Id("b")], Ct))[Id("b")];

        await coverage.WithdrawAsync(Id("a"), Ct);

        Assert.Equal(["b"], (await stories.FindAsync(id, Ct))!.Reports.Select(report => report.Article.Id.Value));
        var work = await stories.TakeWorkAsync(Ct);
        Assert.Empty(work.Unlinked);
        Assert.Equal(["b"], work.Ungrouped.Select(article => article.Value));
        Assert.Empty(await stories.GetLinksAsync([Id("b")], Ct));
        await coverage.WithdrawAsync(Id("b"), Ct);
        Assert.Null(await stories.FindAsync(id, Ct));
    }

    [Fact]
    public async Task An_article_that_is_linked_anew_loses_its_links_and_ungroups_its_neighbours()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await SaveAsync(coverage, "b");
        await LinkAllAsync(stories, links: [StoryLink.Between(Id("b"), Id("a"), 900)]);
        Assert.Equal([StoryLink.Between(Id("a"), Id("b"), 900)], await stories.GetLinksAsync([Id("a")], Ct));
        await stories.SaveAsync([New("a", "b")], Ct);
        await SaveAsync(coverage, "a", "Another lead.");

        await LinkAllAsync(stories);

        Assert.Equal(["a", "b"], (await stories.TakeWorkAsync(Ct)).Ungrouped.Select(article => article.Value));
        Assert.Empty(await stories.GetLinksAsync([Id("a"), Id("b")], Ct));
    }

    [Fact]
    public async Task A_decision_that_another_process_was_faster_with_changes_nothing()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a");
        await LinkAllAsync(stories);
        await stories.SaveAsync([New("a")], Ct);
        await stories.SaveAsync([New("a")], Ct);

        Assert.Single(await stories.ListNewerAsync(null, 10, Ct));
    }

    [Fact]
    public async Task Linked_articles_are_listed_by_their_days_and_undated_ones_always()
    {
        var (coverage, stories) = await OpenAsync();
        await SaveAsync(coverage, "a", day: "2024-05-01");
        await SaveAsync(coverage, "b", day: "2024-05-09");
        await SaveAsync(coverage, "c");
        await LinkAllAsync(stories);

        var near = await stories.ListNodesAsync(Samples.Window("2024-05-01", "2024-05-05"), Ct);
        Assert.Equal(["a", "c"], near.Select(node => node.Article.Value).Order());
        Assert.Equal(3, (await stories.ListNodesAsync(null, Ct)).Count);
    }

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_passages()
    {
        var (coverage, stories) = await OpenAsync();
        var article = Samples.Article("a", "Title", "One.", "Two.");
        await coverage.SaveAsync(
            Samples.Indexed(article, vector: passage => passage.Ordinal == 1 ? [] : Samples.Vector($"{passage.Ordinal}")),
            Ct
        );

        var vectors = await stories.GetVectorsAsync(article.Id, Ct);

        Assert.Equal([64, 0, 64], vectors.Select(vector => vector.Length));
        Assert.Equal(1, Cosine(vectors[2], Samples.Vector("2")), 2);
    }

    private static double Cosine(ReadOnlyMemory<float> one, float[] other) =>
        one.ToArray().Zip(other).Sum(pair => pair.First * pair.Second);

    private static ArticleId Id(string id) => ArticleId.Parse(id);

    private static StoryDecision New(params string[] articles) => new([.. articles.Select(Id)], null, [], null);

    private static StoryNode Node((ArticleId Article, long Version) item) =>
        new(item.Article, item.Version, null, Samples.Vector(item.Article.Value), null);

    private static async Task SaveAsync(ICoverageStore coverage, string id, string lead = "A lead.", string? day = null) =>
        await coverage.SaveAsync(
            Samples.Indexed(Samples.Article(id, $"Title {id}", lead) with { Published = day is null ? null : PublicationDate.Parse(day) }),
            Ct
        );

    private static async Task LinkAllAsync(IStoryStore stories, string? wire = null, StoryLink[]? links = null)
    {
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal)
        {
            ["a"] = Samples.Day("2024-05-01"),
            ["b"] = Samples.Day("2024-05-09"),
        };
        var work = await stories.TakeWorkAsync(Ct);
        await stories.LinkAsync(
            [
                .. work.Unlinked.Select(item =>
                    Node(item) with
                    {
                        Wire = wire,
                        Day = days.TryGetValue(item.Article.Value, out var day) ? day : null,
                    }
                ),
            ],
            links ?? [],
            Ct
        );
    }
}
