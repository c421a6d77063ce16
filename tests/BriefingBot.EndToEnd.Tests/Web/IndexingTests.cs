using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.EndToEnd.Tests.Cli;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>The console while a long index run goes on.</summary>
public sealed class IndexingTests
{
    private const int Articles = 4000;
    private static readonly Uri Probe = new("/readyz", UriKind.Relative);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_an_article_is_stored_the_console_is_up_but_not_ready_then_it_answers_while_the_rest_is_indexed()
    {
        using TemporaryFolder folder = new();
        folder.Write("news/all.jsonl", string.Join('\n', Enumerable.Range(1, Articles).Select(Line)));
        await BotProcess.RunAsync("forget", "slack:U1", "--data", folder["data"]);
        var writing = SqliteFile.HoldWriting(folder["data/briefingbot.sqlite"]);
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);

        using var ready = await server.Client.GetAsync(Probe, CancellationToken);
        using var healthy = await server.Client.GetAsync(new Uri("/healthz", UriKind.Relative), CancellationToken);
        using var page = await server.Client.GetAsync(new Uri("/", UriKind.Relative), CancellationToken);
        string status = await server.Client.GetStringAsync(new Uri("/status", UriKind.Relative), CancellationToken);
        await writing.DisposeAsync();
        string first = await WaitUntilReadyAsync(server);
        using var answer = await server.Client.PostAsJsonAsync(
            new Uri("/api/ask", UriKind.Relative),
            new { question = "What did the council of town 1 hear?" },
            CancellationToken
        );
        var watch = Stopwatch.StartNew();
        await BotProcess.TerminateAsync(server.Process, CancellationToken);
        await server.Process.WaitForExitAsync(CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("application/problem+json", ready.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (healthy.StatusCode, page.StatusCode));
        Assert.Contains("being indexed", status, StringComparison.Ordinal);
        Assert.StartsWith("ready\nindexing: ", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, server.Process.ExitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task With_what_is_stored_from_before_it_is_ready_at_once()
    {
        using TemporaryFolder folder = new();
        InventedCoverage.Write(folder, "news");
        await BotProcess.RunAsync("index", "--coverage", folder["news"], "--data", folder["data"]);
        folder.Write("news/more.jsonl", Line(1));
        await using var writing = SqliteFile.HoldWriting(folder["data/briefingbot.sqlite"]);

        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);

        Assert.StartsWith("ready\nindexing: ", await server.Client.GetStringAsync(Probe, CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> WaitUntilReadyAsync(BotServer server)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var response = await server.Client.GetAsync(Probe, CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await response.Content.ReadAsStringAsync(CancellationToken);
            }

            await timer.WaitForNextTickAsync(CancellationToken);
        }
    }

    private static string Line(int number) =>
        JsonSerializer.Serialize(
            new
            {
                id = $"story-{number}",
                title = $"Council number {number} opens its bridge",
                text = string.Join(
                    ' ',
                    Enumerable
                        .Range(1, 40)
                        .Select(sentence =>
                            $"The council of town {number} heard speaker {sentence}, who praised the new bridge and "
                            + $"asked for {number + sentence} more trees."
                        )
                ),
            }
        );
}
