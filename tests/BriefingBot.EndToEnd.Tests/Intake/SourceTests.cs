using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.News;

namespace BriefingBot.EndToEnd.Tests.Intake;

/// <summary>Sources from the command line to the answer, by the real bot.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Bridge =
        "The council of Harrow opened a new bridge over the river Tessel on Thursday, the mayor said. It is 400 metres "
        + "long and cost 5 million dollars.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_feed_that_is_added_while_the_bot_runs_is_answered_from_and_its_changes_too()
    {
        await using var news = await FakeNewsServer.StartAsync(Cancellation);
        news["/feed.xml"] = Feed(("g1", "Bridge opens in Harrow", Bridge));
        await using var server = await BotServer.StartAsync(Cancellation, "--data", _folder["data"]);
        await server.WaitUntilReadyAsync(Cancellation);

        var added = await SourcesAsync("add", news.At("/feed.xml").AbsoluteUri, "--name", "tessel", "--every", "30s", "--allow-private");
        await ShowsAsync(server, "Bridge opens in Harrow");
        string answer = await AskAsync(server, "How long is the bridge over the Tessel?");
        var listed = await SourcesAsync("list", "--json");

        string status = await server.Client.GetStringAsync(new Uri("/status", UriKind.Relative), Cancellation);

        Assert.Equal(0, added.ExitCode);
        Assert.Contains("<dt>tessel</dt>", status, StringComparison.Ordinal);
        Assert.Contains("400 metres", answer, StringComparison.Ordinal);
        using var sources = JsonDocument.Parse(listed.Output);
        var source = Assert.Single(sources.RootElement.GetProperty("sources").EnumerateArray());
        Assert.Equal(
            ("tessel", "feed", false),
            (source.GetProperty("name").GetString(), source.GetProperty("kind").GetString(), source.GetProperty("paused").GetBoolean())
        );
        Assert.Equal(JsonValueKind.Null, source.GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task A_file_that_changes_shows_in_answers_within_seconds()
    {
        _folder.Write("news/bridge.md", $"# Bridge opens in Harrow\n\nJune 20, 2024\n\n{Bridge}\n");
        await using var server = await BotServer.StartAsync(
            new Dictionary<string, string> { ["BRIEFINGBOT__Coverage__Watch"] = "true" },
            Cancellation,
            "--coverage",
            _folder["news"],
            "--data",
            _folder["data"]
        );
        await server.WaitUntilReadyAsync(Cancellation);

        _folder.Write(
            "news/ferry.md",
            "# Ferry stops\n\nJune 21, 2024\n\nThe last ferry over the river Tessel left on Friday evening, and "
                + "hundreds came to see it go.\n"
        );

        await ShowsAsync(server, "Ferry stops");
    }

    [Fact]
    public async Task Index_reads_a_named_source_first_and_says_what_it_brought()
    {
        await using var news = await FakeNewsServer.StartAsync(Cancellation);
        news["/feed.xml"] = Feed(("g1", "Bridge opens in Harrow", Bridge));
        await SourcesAsync("add", news.At("/feed.xml").AbsoluteUri, "--name", "tessel", "--allow-private");

        var first = await BotProcess.RunAsync("index", "--source", "tessel", "--data", _folder["data"]);
        var again = await BotProcess.RunAsync("index", "--source", "tessel", "--rebuild", "--data", _folder["data"]);
        var unknown = await BotProcess.RunAsync("index", "--source", "nobody", "--data", _folder["data"]);

        Assert.Contains("tessel: 1 new", first.Error, StringComparison.Ordinal);
        Assert.Contains("1 articles", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 updated, 0 unchanged", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("there is no source 'nobody'; there are: tessel.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_source_takes_its_articles_along_and_a_paused_one_keeps_them()
    {
        await using var news = await FakeNewsServer.StartAsync(Cancellation);
        news["/feed.xml"] = Feed(("g1", "Bridge opens in Harrow", Bridge));
        _folder.Write(
            "news/ferry.md",
            "# Ferry stops\n\nJune 21, 2024\n\nThe last ferry over the river Tessel left on Friday evening, and "
                + "hundreds came to see it go.\n"
        );
        await SourcesAsync("add", news.At("/feed.xml").AbsoluteUri, "--name", "tessel", "--allow-private");
        await BotProcess.RunAsync("index", "--source", "tessel", "--coverage", _folder["news"], "--data", _folder["data"]);

        var paused = await SourcesAsync("pause", "tessel");
        var kept = await BotProcess.RunAsync("index", "--coverage", _folder["news"], "--data", _folder["data"]);
        var removed = await SourcesAsync("remove", "tessel");
        var left = await BotProcess.RunAsync("index", "--coverage", _folder["news"], "--data", _folder["data"]);
        var configured = await SourcesAsync("remove", "news", "--coverage", _folder["news"]);

        Assert.Contains("2 articles", kept.Output, StringComparison.Ordinal);
        Assert.Contains("1 removed", left.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 2), (paused.ExitCode, removed.ExitCode, configured.ExitCode));
        Assert.Contains("is defined in the settings", configured.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neither a folder or file", "nowhere/at-all")]
    [InlineData("not a source name", "http://example.com/feed.xml", "--name", "a b")]
    [InlineData("is not an interval", "http://example.com/feed.xml", "--every", "5")]
    [InlineData("there is no such file", "http://example.com/feed.xml", "--credentials", "nowhere.txt")]
    public async Task What_is_wrong_with_a_new_source_is_said_in_a_line(string reason, params string[] arguments)
    {
        var result = await SourcesAsync(["add", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    private Task<BotResult> SourcesAsync(params string[] arguments) =>
        BotProcess.RunAsync(["sources", .. arguments, "--data", _folder["data"]]);

    private static async Task ShowsAsync(BotServer server, string title)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        do
        {
            if (
                (await server.Client.GetStringAsync(new Uri("/api/articles", UriKind.Relative), patience.Token)).Contains(
                    title,
                    StringComparison.Ordinal
                )
            )
            {
                return;
            }
        } while (await timer.WaitForNextTickAsync(patience.Token));
    }

    private static async Task<string> AskAsync(BotServer server, string question)
    {
        using StringContent body = new(JsonSerializer.Serialize(new { question }), System.Text.Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), body, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static FakeNewsPage Feed(params (string Id, string Title, string Text)[] items) =>
        FakeNewsPage.Of(
            $"<rss version=\"2.0\"><channel><title>The Tessel "
                + $"Post</title>{string.Concat(items.Select(static item => $"<item><guid>{item.Id}</guid><title>{item.Title}</title><pubDate>Thu, 20 Jun 2024 08:00:00 GMT</pubDate><description>{item.Text}</description></item>"))}</channel></rss>",
            "application/rss+xml"
        );
}
