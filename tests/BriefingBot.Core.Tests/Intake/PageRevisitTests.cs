using BriefingBot.Core.Intake;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>Corrections that are made on a page, while the feed or sitemap that named it says nothing of them.</summary>
public sealed class PageRevisitTests
{
    private const string FeedPath = "/feed.xml";
    private const string First = "It is 400 metres long.";
    private const string Corrected = "It is 300 metres long, not 400 as was reported first.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_on_a_page_is_seen_though_the_feed_says_that_nothing_changed()
    {
        await using var room = await StartAsync("/bridge");

        Publish(room, "/bridge", Corrected);
        room.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False((await room.CheckAsync()).HasNews);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await room.CheckAsync()).Changed);

        string file = Assert.Single(room.Files);
        Assert.Contains("not 400 as was reported first", file, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"As the feed calls /bridge\"", file, StringComparison.Ordinal);
        Assert.Equal(
            [200, 304, 304],
            room.News.Requests.Where(static request => request.Path == FeedPath).Select(static request => request.Status)
        );
    }

    [Fact]
    public async Task A_page_is_asked_for_conditionally_more_and_more_rarely_and_no_more_after_a_month()
    {
        await using var room = await StartAsync("/bridge");
        room.News.ForgetRequests();

        List<double> hours = [];
        for (int quarter = 1; quarter <= 45 * 24 * 4; quarter++)
        {
            int before = PageRequests(room);
            room.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.False((await room.CheckAsync()).HasNews);
            if (PageRequests(room) > before)
            {
                hours.Add(quarter / 4.0);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512], hours);
        Assert.All(
            room.News.Requests.Where(static request => request.Path == "/bridge"),
            static request => Assert.Equal(304, request.Status)
        );
    }

    [Fact]
    public async Task A_page_that_the_feed_no_longer_names_is_looked_at_too_and_what_is_old_is_not()
    {
        await using var room = await StartAsync("/bridge", "/harbor", "/old");
        room.News[FeedPath] = Feed(room, "/other");
        foreach (string path in (string[])["/bridge", "/harbor", "/old", "/other"])
        {
            Publish(room, path, Corrected);
        }

        room.News["/harbor"] = new FakeNewsPage { Status = System.Net.HttpStatusCode.Gone };
        room.Clock.Advance(TimeSpan.FromHours(1));
        var check = await room.CheckAsync();

        Assert.Equal((1, 1, 1), (check.Added, check.Changed, check.Gone));
        Assert.Single(room.News.Requests, static request => request.Path == "/old");
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_stays_as_it_was_and_a_host_that_asks_to_wait_is_left_alone()
    {
        await using var room = await StartAsync("/bridge", "/harbor");
        room.News["/bridge"] = new FakeNewsPage { Status = System.Net.HttpStatusCode.TooManyRequests, RetryAfter = 600 };
        room.News["/harbor"] = room.News["/bridge"];
        room.News.ForgetRequests();

        room.Clock.Advance(TimeSpan.FromHours(1));
        var check = await room.CheckAsync();

        Assert.False(check.HasNews);
        Assert.Null(check.Error);
        Assert.Equal(1, PageRequests(room) + room.News.Requests.Count(static request => request.Path == "/harbor"));
        Assert.Equal(2, room.Files.Count(static file => file.Contains(First, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_most_twenty_pages_are_looked_at_in_one_check()
    {
        string[] paths = [.. Enumerable.Range(1, 30).Select(static number => $"/{number}")];
        await using var room = await StartAsync(paths);
        room.News.ForgetRequests();

        room.Clock.Advance(TimeSpan.FromHours(1));
        await room.CheckAsync();
        int first = Pages(room);
        await room.CheckAsync();

        Assert.Equal((20, 30), (first, Pages(room)));
    }

    [Fact]
    public async Task Where_a_feed_tells_whole_articles_their_pages_are_left_alone()
    {
        await using var room = await StartAsync(readsPages: false, "/bridge");

        room.Clock.Advance(TimeSpan.FromHours(2));
        await room.CheckAsync();

        Assert.All(room.News.Requests, static request => Assert.Equal(FeedPath, request.Path));
    }

    private static int Pages(Newsroom room) => room.News.Requests.Count(static request => int.TryParse(request.Path.AsSpan(1), out _));

    private static int PageRequests(Newsroom room) => room.News.Requests.Count(static request => request.Path == "/bridge");

    private static Task<Newsroom> StartAsync(params string[] paths) => StartAsync(readsPages: true, paths);

    private static async Task<Newsroom> StartAsync(bool readsPages, params string[] paths)
    {
        var room = await Newsroom.StartAsync(Cancel);
        foreach (string path in paths)
        {
            Publish(room, path, First);
        }

        room.News[FeedPath] = Feed(room, paths);
        await room.AddAsync(SourceKind.Feed, FeedPath, source => source with { ReadsPages = readsPages });
        Assert.Equal(paths.Length, (await room.CheckAsync()).Added);
        return room;
    }

    private static void Publish(Newsroom room, string path, string words) =>
        room.News[path] = FakeNewsPage.Of(
            $"<html><body><article><h1>Bridge opens</h1><p>{Newsroom.Story} {path} {words}</p></article></body></html>"
        );

    private static FakeNewsPage Feed(Newsroom room, params string[] paths) =>
        FakeNewsPage.Of(
            $"<rss version=\"2.0\"><channel><title>The Daily Example</title>{string.Concat(paths.Select(path => ItemOf(room, path)))}</channel></rss>",
            "application/rss+xml"
        );

    private static string ItemOf(Newsroom room, string path) =>
        $"<item><guid>g{path}</guid><title>As the feed calls {path}</title><link>{room.News.At(path)}</link>"
        + $"<pubDate>{(path == "/old" ? "Wed, 20 Mar 2024" : "Fri, 21 Jun 2024")} 08:00:00 GMT</pubDate>"
        + $"<description>The beginning of {path} is told in the feed, and nothing of what follows it.</description></item>";
}
