using System.Net;
using BriefingBot.Core.Intake;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>Names whose addresses change between two look-ups, as an attacker's name server makes them.</summary>
public sealed class NameRebindingTests
{
    private const string FeedPath = "/feed.xml";
    private static readonly IPAddress Metadata = IPAddress.Parse("169.254.169.254");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_like_the_address_itself()
    {
        await using var room = await Newsroom.StartAsync(Cancel, static (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        await AddAsync(room, allowsPrivate: false);

        var check = await room.CheckAsync();

        Assert.Contains("news.example leads to 127.0.0.1, which is not a public address", check.Error, StringComparison.Ordinal);
        Assert.Empty(room.News.Requests);
    }

    [Fact]
    public async Task A_name_that_was_harmless_when_it_was_looked_up_first_is_checked_at_each_connection()
    {
        // A connection that is cut before a byte of the answer was read is made anew by the client itself, with a look-up of its own.
        int lookups = 0;
        await using var room = await Newsroom.StartAsync(
            Cancel,
            (_, _) => Task.FromResult(new[] { Interlocked.Increment(ref lookups) == 1 ? IPAddress.Loopback : Metadata })
        );
        room.News[FeedPath] = new FakeNewsPage { IsCut = true };
        await AddAsync(room, allowsPrivate: true);

        var first = await room.CheckAsync();
        var second = await room.CheckAsync();

        Assert.Single(room.News.Requests);
        Assert.NotNull(first.Error);
        Assert.Contains("news.example leads to 169.254.169.254", second.Error, StringComparison.Ordinal);
        Assert.True(lookups >= 2, "The name was looked up once for two checks.");
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_are_allowed_are_connected_to()
    {
        await using var room = await Newsroom.StartAsync(Cancel, static (_, _) => Task.FromResult(new[] { Metadata, IPAddress.Loopback }));
        room.News[FeedPath] = FakeNewsPage.Of(
            $"<rss version=\"2.0\"><channel><title>The Daily Example</title><item><guid>g1</guid><title>Bridge "
                + $"opens</title><description>{Newsroom.Story}</description></item></channel></rss>",
            "application/rss+xml"
        );
        await AddAsync(room, allowsPrivate: true);

        Assert.Equal(1, (await room.CheckAsync()).Added);
    }

    private static async Task AddAsync(Newsroom room, bool allowsPrivate)
    {
        string location = new UriBuilder(room.News.At(FeedPath)) { Host = "news.example" }
            .Uri
            .AbsoluteUri;
        Assert.True(
            await room.Sources.AddAsync(
                new CoverageSource(SourceName.Parse("daily"), SourceKind.Feed, location) { AllowsPrivate = allowsPrivate },
                Cancel
            )
        );
    }
}
