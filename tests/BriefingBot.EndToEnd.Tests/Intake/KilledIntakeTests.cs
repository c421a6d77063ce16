using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.News;

namespace BriefingBot.EndToEnd.Tests.Intake;

/// <summary>A bot that is killed again and again while it fetches, indexes and rebuilds: nothing is lost, nothing is there twice.</summary>
public sealed class KilledIntakeTests
{
    private const int Pages = 60;

    private static readonly Dictionary<string, string> Quick = new()
    {
        ["BRIEFINGBOT__Fetching__PauseSeconds"] = "0",
        ["BRIEFINGBOT__Fetching__ClaimSeconds"] = "1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_it_fetches_indexes_and_rebuilds_it_has_every_page_once_in_the_end()
    {
        Random dice = new(17);
        using TemporaryFolder folder = new();
        await using var news = await FakeNewsServer.StartAsync(Cancellation);
        for (int i = 0; i < Pages; i++)
        {
            news[$"/{i}"] = FakeNewsPage.Of(
                $"<html><body><article><h1>Council number {i} opens its bridge</h1><p>The council of town {i} opened "
                    + $"bridge {i} over the river on Thursday, the mayor said. It is {400 + i} metres long and cost {i + 5} "
                    + $"million dollars.</p></article></body></html>"
            );
        }

        news["/sitemap.xml"] = FakeNewsPage.Of(
            $"<urlset>{string.Concat(Enumerable.Range(0, Pages).Select(i => $"<url><loc>{news.At($"/{i}")}</loc><lastmod>2024-06-20</lastmod></url>"))}</urlset>",
            "application/xml"
        );
        var added = await BotProcess.RunAsync(
            "sources",
            "add",
            news.At("/sitemap.xml").AbsoluteUri,
            "--name",
            "town",
            "--every",
            "30s",
            "--allow-private",
            "--data",
            folder["data"]
        );
        Assert.Equal(0, added.ExitCode);

        for (int kill = 1; kill <= 5; kill++)
        {
            int wanted = dice.Next(1, Pages);
            await using var dying = await BotServer.StartAsync(Quick, Cancellation, "--data", folder["data"]);
            int before = news.Requests.Count;
            await WaitAsync(() => news.Requests.Count >= before + wanted || Count(folder) == Pages);
            dying.Process.Kill();
        }

        for (int kill = 1; kill <= 3; kill++)
        {
            using var rebuilding = BotProcess.Start("index", "--rebuild", "--data", folder["data"]);
            for (int line = dice.Next(1, 8); line > 0 && await rebuilding.StandardError.ReadLineAsync(Cancellation) is not null; line--)
            {
                // It has got so far.
            }

            rebuilding.Kill();
            await rebuilding.WaitForExitAsync(Cancellation);
        }

        await using var server = await BotServer.StartAsync(Quick, Cancellation, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(Cancellation);
        JsonElement articles = default;
        await WaitAsync(async () => (articles = await ListAsync(server)).GetArrayLength() >= Pages);

        Assert.Equal(Pages, Count(folder));
        string[] titles = [.. articles.EnumerateArray().Select(static article => article.GetProperty("title").GetString()!)];
        Assert.Equal(Pages, titles.Length);
        Assert.Equal(Pages, titles.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Directory.GetFiles(folder["data/sources/town"], "*.new"));
    }

    private static int Count(TemporaryFolder folder) =>
        Directory.Exists(folder["data/sources/town"])
            ? Directory.GetFiles(folder["data/sources/town"], "*.json").Count(static file => !Path.GetFileName(file).StartsWith('.'))
            : 0;

    private static async Task<JsonElement> ListAsync(BotServer server)
    {
        using var document = JsonDocument.Parse(
            await server.Client.GetStringAsync(new Uri("/api/articles?limit=100", UriKind.Relative), Cancellation)
        );
        return document.RootElement.GetProperty("articles").Clone();
    }

    private static Task WaitAsync(Func<bool> condition) => WaitAsync(() => Task.FromResult(condition()));

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
