using BriefingBot.Core.Intake;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

public sealed class SourceClaimTests
{
    private const string FeedPath = "/feed.xml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_is_being_checked_is_left_alone_by_all_others_also_by_those_who_insist()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = new FakeNewsPage { Hangs = true };
        await room.AddAsync(SourceKind.Feed, FeedPath);
        var checking = room.CheckAsync();
        await room.News.FirstRequest.WaitAsync(Cancel);

        Assert.Null(await room.CheckIfFreeAsync());
        Assert.Null(await room.CheckIfDueAsync());

        room.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await checking).Error);
        room.News[FeedPath] = Feed(room);
        Assert.Equal(1, (await room.CheckAsync()).Added);
    }

    [Fact]
    public async Task A_claim_that_ran_out_is_another_s_and_the_first_keeps_nothing()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        await room.AddAsync(SourceKind.Feed, FeedPath);
        var entry = await room.EntryAsync();
        var now = room.Clock.GetUtcNow();
        SourceClaim one = new(entry.Source.Name, "one", now.AddMinutes(1));
        SourceClaim other = new(entry.Source.Name, "other", now.AddMinutes(3));

        Assert.True(await room.Sources.TryClaimAsync(one, now, now, Cancel));
        Assert.False(await room.Sources.TryClaimAsync(other, now, null, Cancel));
        Assert.True(await room.Sources.TryClaimAsync(one, now, null, Cancel));
        Assert.True(await room.Sources.TryClaimAsync(other, now.AddMinutes(1), null, Cancel));
        Assert.False(await room.Sources.TryEndAsync(one, entry.State with { Error = "stale" }, Cancel));
        Assert.True(await room.Sources.TryEndAsync(other, entry.State with { Error = "right" }, Cancel));

        Assert.Equal("right", (await room.EntryAsync()).State.Error);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_the_source_s_trouble_and_is_told_with_its_path()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = Feed(room);
        await room.AddAsync(SourceKind.Feed, FeedPath);
        Directory.CreateDirectory(Path.GetDirectoryName(room.Folder)!);
        await File.WriteAllTextAsync(room.Folder, "in the way", Cancel);

        var check = await room.CheckAsync();

        Assert.Contains(room.Folder, check.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await room.EntryAsync()).State.Failures);
        File.Delete(room.Folder);
        Assert.Equal(1, (await room.CheckAsync()).Added);
    }

    [Fact]
    public async Task A_page_is_looked_at_again_more_and_more_rarely_though_nobody_says_that_it_changed()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        Publish(room, "It is 400 metres long.");
        room.News["/sitemap.xml"] = FakeNewsPage.Of(
            $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>{room.News.At("/bridge")}</loc></url></urlset>",
            "application/xml"
        );
        await room.AddAsync(SourceKind.Sitemap, "/sitemap.xml");
        Assert.Equal(1, (await room.CheckAsync()).Added);

        Publish(room, "It is 300 metres long, not 400 as was reported first.");
        room.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False((await room.CheckAsync()).HasNews);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await room.CheckAsync()).Changed);
        room.News.ForgetRequests();
        room.Clock.Advance(TimeSpan.FromMinutes(61));
        await room.CheckAsync();
        room.Clock.Advance(TimeSpan.FromMinutes(61));
        await room.CheckAsync();

        Assert.Single(room.News.Requests, static request => request.Path == "/bridge");
        Assert.Contains("not 400", Assert.Single(room.Files), StringComparison.Ordinal);
    }

    private static void Publish(Newsroom room, string words) =>
        room.News["/bridge"] = FakeNewsPage.Of(
            $"<html><body><article><h1>Bridge opens</h1><p>{Newsroom.Story} {words}</p></article></body></html>"
        );

    private static FakeNewsPage Feed(Newsroom room) =>
        FakeNewsPage.Of(
            $"<rss version=\"2.0\"><channel><title>The Daily Example</title><item><guid>g1</guid><title>Bridge "
                + $"opens</title><link>{room.News.At("/b")}</link><description>{Newsroom.Story}</description></item></channel></rss>",
            "application/rss+xml"
        );
}
