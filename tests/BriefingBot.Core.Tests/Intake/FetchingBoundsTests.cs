using System.Net;
using BriefingBot.Core.Intake;
using BriefingBot.Sources.Fetching;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>No source can make the bot read what it should not, wait for ever, or fill its memory.</summary>
public sealed class FetchingBoundsTests
{
    private const string FeedPath = "/feed.xml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("172.16.0.9", false, true)]
    [InlineData("192.168.1.1", false, true)]
    [InlineData("100.64.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("fd12::1", false, true)]
    [InlineData("::ffff:10.0.0.1", false, true)]
    [InlineData("::ffff:169.254.169.254", false, false)]
    [InlineData("169.254.169.254", false, false)]
    [InlineData("100.100.100.200", false, false)]
    [InlineData("fd00:ec2::254", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("::", false, false)]
    [InlineData("224.0.0.1", false, false)]
    [InlineData("255.255.255.255", false, false)]
    [InlineData("64:ff9b::7f00:1", false, false)]
    [InlineData("2002:7f00:1::", false, false)]
    [InlineData("93.184.215.14", true, true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true, true)]
    public void Only_public_addresses_are_connected_to_unless_the_source_may_be_private(string address, bool isPublic, bool mayBePrivate)
    {
        Assert.Equal(isPublic, AddressRules.IsAllowed(IPAddress.Parse(address), allowsPrivate: false));
        Assert.Equal(mayBePrivate, AddressRules.IsAllowed(IPAddress.Parse(address), allowsPrivate: true));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/feed.xml")]
    [InlineData("http://localhost:{0}/feed.xml")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/feed.xml")]
    [InlineData("http://2130706433:{0}/feed.xml")]
    public async Task A_source_on_this_machine_is_refused_unless_it_is_meant(string address)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = FakeNewsPage.Of("<rss/>");
        await room.AddAsync(
            SourceKind.Feed,
            FeedPath,
            source =>
                source with
                {
                    AllowsPrivate = false,
                    Location = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, room.News.Address.Port),
                }
        );

        var check = await room.CheckAsync();

        Assert.Contains("--allow-private", check.Error, StringComparison.Ordinal);
        Assert.Empty(room.News.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "not a public address")]
    [InlineData("file:///etc/passwd", "file addresses are not read")]
    [InlineData("ftp://example.com/feed.xml", "ftp addresses are not read")]
    [InlineData("/feed.xml", "redirects more than 5 times")]
    public async Task A_redirect_leads_nowhere_that_the_source_itself_could_not(string target, string reason)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = new FakeNewsPage { Location = target };
        await room.AddAsync(SourceKind.Feed, FeedPath);

        var check = await room.CheckAsync();

        Assert.Contains(reason, check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_go_to_the_sources_own_host_alone()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        await using var other = await FakeNewsServer.StartAsync(Cancel);
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "reader:secret word\n".Replace(" ", "-", StringComparison.Ordinal), Cancel);
        room.News[FeedPath] = new FakeNewsPage { Credentials = "reader:secret-word", Location = other.At("/elsewhere.xml").AbsoluteUri };
        other["/elsewhere.xml"] = FakeNewsPage.Of(
            $"<rss><channel><item><guid>g</guid><title>Bridge</title><description>{Newsroom.Story}</description></item></channel></rss>"
        );
        await room.AddAsync(SourceKind.Feed, FeedPath, source => source with { CredentialsFile = file });

        var check = await room.CheckAsync();

        Assert.Equal((1, null), (check.Added, check.Error));
        Assert.NotNull(Assert.Single(room.News.Requests).Authorization);
        Assert.Null(Assert.Single(other.Requests).Authorization);
        File.Delete(file);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = new FakeNewsPage { Hangs = true };
        await room.AddAsync(SourceKind.Feed, FeedPath);

        var checking = room.CheckAsync();
        await room.News.FirstRequest.WaitAsync(Cancel);
        room.Clock.Advance(TimeSpan.FromSeconds(31));
        var check = await checking;

        Assert.Contains("did not answer within 30 s", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "larger than 1 megabytes")]
    [InlineData(false, true, "127.0.0.1:")]
    public async Task An_endless_body_and_one_that_is_cut_are_refused(bool isEndless, bool isCut, string reason)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = FakeNewsPage.Of(new string(' ', 10_000)) with { IsEndless = isEndless, IsCut = isCut };
        await room.AddAsync(SourceKind.Feed, FeedPath);

        var check = await room.CheckAsync();

        Assert.Contains(reason, check.Error, StringComparison.Ordinal);
        Assert.Empty(room.Files);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss>&b;</rss>", "<!DOCTYPE")]
    [InlineData("<rss><channel><item>", "malformed XML")]
    [InlineData("{\"items\":", "malformed JSON")]
    [InlineData("{\"version\":1}", "no list of items")]
    [InlineData("<html><body>Please log in</body></html>", "not a feed")]
    public async Task What_is_no_feed_is_said_in_a_line(string body, string reason)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News[FeedPath] = FakeNewsPage.Of(body);
        await room.AddAsync(SourceKind.Feed, FeedPath);

        var check = await room.CheckAsync();

        Assert.Contains(reason, check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', check.Error!);
    }
}
