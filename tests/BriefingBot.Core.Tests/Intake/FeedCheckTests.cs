using System.Net;
using BriefingBot.Core.Intake;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>Feeds as hosts really give them: what is new is taken once, what changed is a revision, and what fails loses nothing.</summary>
public sealed class FeedCheckTests
{
    private const string FeedPath = "/feed.xml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_read_once_and_then_asked_only_whether_it_changed()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = Rss(
            Item("g1", "Bridge opens", Newsroom.Story),
            Item("g2", "Ferry stops", "The last ferry over the river left on Friday evening, and hundreds came to see it go.")
        );
        await room.AddAsync(SourceKind.Feed, FeedPath, static source => source with { Collection = "city" });

        var first = await room.CheckAsync();
        var second = await room.CheckAsync();

        Assert.Equal((2, 0, 0, null), (first.Added, first.Changed, first.Failures.Count, first.Error));
        Assert.False(second.HasNews);
        Assert.Equal([200, 304], room.News.Requests.Select(static request => request.Status));
        Assert.Contains("BriefingBot", room.News.Requests[0].Agent, StringComparison.Ordinal);
        Assert.Equal(2, room.Files.Count);
        Assert.Contains(
            room.Files,
            static file =>
                file.Contains("\"title\":\"Bridge opens\"", StringComparison.Ordinal)
                && file.Contains("\"collection\":\"city\"", StringComparison.Ordinal)
        );
        Assert.Equal(room.Clock.GetUtcNow(), (await room.EntryAsync()).State.Checked);
    }

    [Fact]
    public async Task A_changed_item_is_a_revision_of_the_same_file_and_what_left_the_list_stays()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = Rss(
            Item("g1", "Bridge opens", Newsroom.Story),
            Item("g2", "Ferry stops", "The last ferry over the river left on Friday evening.")
        );
        await room.AddAsync(SourceKind.Feed, FeedPath);
        await room.CheckAsync();

        room.News[FeedPath] = Rss(Item("g1", "Bridge opens", Newsroom.Story.Replace("400", "420", StringComparison.Ordinal)));
        var check = await room.CheckAsync();

        Assert.Equal((0, 1), (check.Added, check.Changed));
        Assert.Equal(2, room.Files.Count);
        Assert.Contains(room.Files, static file => file.Contains("420 metres", StringComparison.Ordinal));
        Assert.Contains(room.Files, static file => file.Contains("ferry", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("another", "https://news.example.com/bridge", Newsroom.Story)]
    [InlineData("another", "https://news.example.com/moved", Newsroom.Story)]
    [InlineData("g1", "https://news.example.com/moved", "The council opened the bridge.")]
    public async Task An_item_that_comes_again_under_another_name_is_the_same_item(string id, string page, string text)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = Rss(Item("g1", "Bridge opens", Newsroom.Story, "https://news.example.com/bridge"));
        await room.AddAsync(SourceKind.Feed, FeedPath);
        await room.CheckAsync();

        room.News[FeedPath] = Rss(Item(id, "Bridge opens", text, page), Item(id, "Bridge opens", text, page));
        var check = await room.CheckAsync();

        Assert.Equal(0, check.Added);
        Assert.Single(room.Files);
    }

    [Fact]
    public async Task A_feed_of_JSON_and_one_of_Atom_are_told_by_what_they_hold()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = FakeNewsPage.Of(
            $$"""{"version":"https://jsonfeed.org/version/1.1","title":"The Daily Example","items":[{"id":7,"url":"/bridge","title":"Bridge opens","content_html":"<p>{{Newsroom.Story}}</p>","date_published":"2024-06-20T08:00:00Z","authors":[{"name":"Jane Doe"}]}]}""",
            "application/feed+json"
        );
        await room.AddAsync(SourceKind.Feed, FeedPath);

        var check = await room.CheckAsync();

        string file = Assert.Single(room.Files);
        Assert.Equal((1, 0), (check.Added, check.Failures.Count));
        Assert.Contains("\"byline\":\"Jane Doe\"", file, StringComparison.Ordinal);
        Assert.Contains("\"outlet\":\"The Daily Example\"", file, StringComparison.Ordinal);
        Assert.Contains($"\"url\":\"{room.News.At("/bridge")}\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_feed_tells_only_the_beginning_the_pages_are_read_once_each()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/bridge"] = FakeNewsPage.Of(
            $"<html><body><article><h1>Bridge opens</h1><p>{Newsroom.Story}</p></article></body></html>"
        );
        room.News[FeedPath] = Rss(
            Item("g1", "Bridge opens", "The council opened...", room.News.At("/bridge").AbsoluteUri),
            Item("g2", "Gone", "It is gone...", room.News.At("/gone").AbsoluteUri)
        );
        await room.AddAsync(SourceKind.Feed, FeedPath, static source => source with { ReadsPages = true });

        var first = await room.CheckAsync();
        await room.CheckAsync();

        Assert.Equal(2, first.Added);
        Assert.Contains("/gone", Assert.Single(first.Failures), StringComparison.Ordinal);
        Assert.Contains(room.Files, static file => file.Contains("half of which the state paid", StringComparison.Ordinal));
        Assert.Contains(room.Files, static file => file.Contains("It is gone...", StringComparison.Ordinal));
        Assert.Single(room.News.Requests, static request => request.Path == "/bridge");
        Assert.Single(room.News.Requests, static request => request.Path == "/robots.txt");
    }

    [Fact]
    public async Task Pages_that_robots_txt_forbids_are_not_read()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/robots.txt"] = FakeNewsPage.Of(
            "User-agent: *\nDisallow:\n\nUser-agent: briefingbot\nDisallow: /private/\nAllow: /private/open*\n",
            "text/plain"
        );
        room.News["/private/bridge"] = room.News["/private/open-bridge"] = FakeNewsPage.Of($"<p>{Newsroom.Story}</p>");
        room.News[FeedPath] = Rss(
            Item("g1", "Bridge opens", "Short.", room.News.At("/private/bridge").AbsoluteUri),
            Item("g2", "Bridge opens again", "Short.", room.News.At("/private/open-bridge").AbsoluteUri)
        );
        await room.AddAsync(SourceKind.Feed, FeedPath, static source => source with { ReadsPages = true });

        var check = await room.CheckAsync();

        Assert.Contains("robots.txt", Assert.Single(check.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(room.News.Requests, static request => request.Path == "/private/bridge");
        Assert.Single(room.News.Requests, static request => request.Path == "/private/open-bridge");
    }

    [Fact]
    public async Task A_feed_that_is_away_is_asked_more_and_more_rarely_and_loses_nothing()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = Rss(Item("g1", "Bridge opens", Newsroom.Story));
        await room.AddAsync(SourceKind.Feed, FeedPath);
        await room.CheckAsync();

        room.News[FeedPath] = new FakeNewsPage { Status = HttpStatusCode.ServiceUnavailable };
        await room.CheckAsync();
        await room.CheckAsync();
        var third = await room.CheckAsync();

        var state = (await room.EntryAsync()).State;
        Assert.Contains("503", third.Error, StringComparison.Ordinal);
        Assert.Equal((3, room.Clock.GetUtcNow() + TimeSpan.FromHours(1)), (state.Failures, state.NextCheck));
        Assert.Single(room.Files);
        Assert.Null(await room.CheckIfDueAsync());

        room.News[FeedPath] = Rss(Item("g1", "Bridge opens", Newsroom.Story), Item("g2", "Ferry stops", "The last ferry left."));
        room.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, Assert.IsType<SourceCheck>(await room.CheckIfDueAsync()).Added);
        Assert.Equal(0, (await room.EntryAsync()).State.Failures);
    }

    [Fact]
    public async Task A_host_that_asks_to_wait_is_not_asked_before()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = new FakeNewsPage { Status = HttpStatusCode.TooManyRequests, RetryAfter = 7200 };
        await room.AddAsync(SourceKind.Feed, FeedPath);

        await room.CheckAsync();

        Assert.Equal(room.Clock.GetUtcNow() + TimeSpan.FromHours(2), (await room.EntryAsync()).State.NextCheck);
    }

    [Fact]
    public async Task An_item_that_is_gone_for_good_is_withdrawn_and_one_that_cannot_be_had_stays()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/bridge"] = room.News["/ferry"] = FakeNewsPage.Of($"<p>{Newsroom.Story}</p>");
        room.News["/sitemap.xml"] = Sitemap(room, "2024-06-20", "/bridge", "/ferry");
        room.News["/ferry"] = FakeNewsPage.Of(
            "<p>The last ferry over the river left on Friday evening, and hundreds came to see it go. It had gone to "
                + "and fro for ninety years.</p>"
        );
        await room.AddAsync(SourceKind.Sitemap, "/sitemap.xml");
        Assert.Equal(2, (await room.CheckAsync()).Added);

        room.News["/sitemap.xml"] = Sitemap(room, "2024-06-21", "/bridge", "/ferry");
        room.News["/bridge"] = new FakeNewsPage { Status = HttpStatusCode.Gone };
        room.News["/ferry"] = new FakeNewsPage { Status = HttpStatusCode.InternalServerError };
        var check = await room.CheckAsync();

        Assert.Equal((1, 1), (check.Gone, check.Failures.Count));
        Assert.Contains("ferry", Assert.Single(room.Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_JSON_are_read_and_a_broken_line_costs_only_itself()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/articles.jsonl"] = FakeNewsPage.Of(
            $$"""
            {"id":"a","title":"Bridge opens","text":"{{Newsroom.Story}}","published":"2024-06-20"}
            {"id":"b","title":"Ferry stops","text":"The last ferry
            {"title":"No text"}
            """,
            "application/x-ndjson"
        );
        await room.AddAsync(SourceKind.JsonLines, "/articles.jsonl");

        var check = await room.CheckAsync();

        Assert.Equal((1, 2), (check.Added, check.Failures.Count));
        Assert.Contains("\"published\":\"2024-06-20\"", Assert.Single(room.Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_a_draft_or_became_one_is_kept_from_readers()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/articles.jsonl"] = FakeNewsPage.Of(
            $$"""
            {"id":"a","title":"Bridge opens","text":"{{Newsroom.Story}}","draft":false}
            {"id":"b","title":"Not yet","text":"The mayor resigns on Monday.","draft":true}
            """
        );
        await room.AddAsync(SourceKind.JsonLines, "/articles.jsonl");
        var first = await room.CheckAsync();

        room.News["/articles.jsonl"] = FakeNewsPage.Of(
            $$"""{"id":"a","title":"Bridge opens","text":"{{Newsroom.Story}}","status":"draft"}"""
        );
        var second = await room.CheckAsync();

        Assert.Equal((1, 0), (first.Added, first.Failures.Count));
        Assert.Equal((1, 0), (second.Gone, second.Added));
        Assert.Empty(room.Files);
    }

    [Fact]
    public async Task A_single_page_is_read_again_when_it_changed()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/live"] = FakeNewsPage.Of($"<article><h1>Bridge opens</h1><p>{Newsroom.Story}</p></article>");
        await room.AddAsync(SourceKind.Page, "/live");
        Assert.Equal(1, (await room.CheckAsync()).Added);
        Assert.False((await room.CheckAsync()).HasNews);

        room.News["/live"] = FakeNewsPage.Of($"<article><h1>Bridge opens</h1><p>{Newsroom.Story} The ferry stops on Friday.</p></article>");

        Assert.Equal(1, (await room.CheckAsync()).Changed);
        Assert.Contains("The ferry stops", Assert.Single(room.Files), StringComparison.Ordinal);
    }

    private static FakeNewsPage Sitemap(Newsroom room, string day, params string[] pages) =>
        FakeNewsPage.Of(
            $"<urlset "
                + $"xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(pages.Select(page => $"<url><loc>{room.News.At(page)}</loc><lastmod>{day}</lastmod></url>"))}</urlset>",
            "application/xml"
        );

    private static FakeNewsPage Rss(params string[] items) =>
        FakeNewsPage.Of(
            $"<rss version=\"2.0\"><channel><title>The Daily Example</title>{string.Concat(items)}</channel></rss>",
            "application/rss+xml"
        );

    private static string Item(string id, string title, string text, string? page = null) =>
        $"<item><guid "
        + $"isPermaLink=\"false\">{id}</guid><title>{title}</title>{(page is null ? "" : $"<link>{page}</link>")}<pubDate>Thu, 20 Jun 2024 08:00:00 GMT</pubDate><description>{text}</description></item>";
}
