using BriefingBot.Core.Briefings;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.EndToEnd.Tests.Answers;

namespace BriefingBot.EndToEnd.Tests.Stories;

public sealed class StoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_of_one_event_are_one_story_and_what_is_near_to_it_is_not()
    {
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", CanalNews.Lines));
        string[] ids = ["herald", "post", "times", "other-bus", "canal-path", "digest"];

        var stories = await news.Get<IStoryStore>().FindStoriesAsync([.. ids.Select(ArticleId.Parse)], Ct);

        Assert.Equal(6, stories.Count);
        Assert.Equal(["herald", "post", "times"], ids.Where(id => stories[ArticleId.Parse(id)] == stories[ArticleId.Parse("herald")]));
        Assert.Equal(4, stories.Values.Distinct().Count());
    }

    [Fact]
    public async Task Latest_gives_one_entry_a_story_with_its_outlets_its_agency_and_how_it_moved()
    {
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", CanalNews.Lines));

        var entries = await news.LatestAsync();

        Assert.Equal(["canal-path", "times", "other-bus", "digest"], entries.Select(entry => entry.Article.Id.Value));
        var story = entries[1].Story;
        Assert.NotNull(story);
        Assert.Equal(["post", "herald"], story.Others.Select(article => article.Id.Value));
        Assert.Equal(["Brakewater Times", "Evening Post", "Daily Herald"], story.Sources.Outlets);
        Assert.Equal(["AP"], story.Sources.Wires);
        Assert.Equal(2, story.Sources.Independent);
        Assert.Equal("3 reports · 3 outlets, 1 wire origin (AP)", story.Describe());
        Assert.Equal("Two people \u2192 Five people", story.Move?.ToString());
        Assert.All(entries.Where(entry => entry != entries[1]), entry => Assert.Null(entry.Story!.Describe()));
    }

    [Fact]
    public async Task Pages_count_stories_not_articles()
    {
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", CanalNews.Lines));
        var briefing = news.Get<LatestBriefing>();

        var first = await briefing.ReadAsync(new LatestRequest { Count = 2 }, Ct);
        var second = await briefing.ReadAsync(new LatestRequest { Count = 2, Offset = 2 }, Ct);

        Assert.Equal(["canal-path", "times"], first.Entries.Select(entry => entry.Article.Id.Value));
        Assert.True(first.HasMore);
        Assert.Equal(["other-bus", "digest"], second.Entries.Select(entry => entry.Article.Id.Value));
        Assert.False(second.HasMore);
    }

    [Fact]
    public async Task A_topic_still_finds_a_story_whose_newest_report_is_of_another_outlet_than_asked_for()
    {
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", CanalNews.Lines));

        var entries = (
            await news.Get<LatestBriefing>()
                .ReadAsync(
                    new LatestRequest
                    {
                        Topic = "canal",
                        Outlet = "Evening Post",
                        Count = 5,
                    },
                    Ct
                )
        ).Entries;

        Assert.Contains("post", entries.Select(entry => entry.Article.Id.Value));
        Assert.Equal(
            ["times", "herald"],
            entries.Single(entry => entry.Article.Id.Value == "post").Story!.Others.Select(article => article.Id.Value)
        );
    }

    [Fact]
    public async Task What_a_channel_may_not_see_is_not_named_beside_what_it_may()
    {
        string lines = CanalNews.Lines.Replace(
            "\"id\":\"herald\"",
            "\"id\":\"herald\",\"collection\":\"secret\"",
            StringComparison.Ordinal
        );
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", lines));

        var entries = await news.LatestAsync(filter: new CoverageFilter { Collections = [Article.DefaultCollection] });

        var story = entries.Single(entry => entry.Article.Id.Value == "times").Story;
        Assert.Equal(["post"], story!.Others.Select(article => article.Id.Value));
        Assert.DoesNotContain("Daily Herald", story.Sources.Outlets);
    }

    [Fact]
    public async Task Texts_of_one_agency_count_as_one_source_in_an_answer()
    {
        string reports = string.Join('\n', CanalNews.Lines.Split('\n').Where(line => !line.Contains("digest", StringComparison.Ordinal)));
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", reports));

        var answer = await news.AskAsync("Which outlets reported that a bus plunged into a canal in Coldharbor?");

        Assert.Contains("Daily Herald: 1 report", answer.Statement, StringComparison.Ordinal);
        Assert.Contains("Texts from AP count once", answer.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_has_one_sentence_a_story()
    {
        await using var news = await Newsroom.OpenAsync("2024-05-04", ("news.jsonl", CanalNews.Lines));

        var answer = await news.AskAsync("brief me");

        Assert.Single(
            answer.Answer.Citations.Select(citation => citation.Article.Id.Value).Distinct().Intersect(["herald", "post", "times"])
        );
    }
}
