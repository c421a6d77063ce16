using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>The console while a long index run goes on.</summary>
public sealed class IndexingTests
{
    private const int Articles = 4000;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_the_coverage_is_indexed_the_console_answers_but_is_not_ready_and_a_signal_still_ends_it()
    {
        using TemporaryFolder folder = new();
        folder.Write("news/all.jsonl", string.Join('\n', Enumerable.Range(1, Articles).Select(Line)));
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", folder["news"], "--data", folder["data"]);

        using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), CancellationToken);
        using var healthy = await server.Client.GetAsync(new Uri("/healthz", UriKind.Relative), CancellationToken);
        using var page = await server.Client.GetAsync(new Uri("/", UriKind.Relative), CancellationToken);
        string status = await server.Client.GetStringAsync(new Uri("/status", UriKind.Relative), CancellationToken);
        var watch = Stopwatch.StartNew();
        await BotProcess.TerminateAsync(server.Process, CancellationToken);
        await server.Process.WaitForExitAsync(CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("application/problem+json", ready.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (healthy.StatusCode, page.StatusCode));
        Assert.Contains("being indexed", status, StringComparison.Ordinal);
        Assert.Equal(0, server.Process.ExitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static string Line(int number) => JsonSerializer.Serialize(new
    {
        id = $"story-{number}",
        title = $"Council number {number} opens its bridge",
        text = string.Join(' ', Enumerable.Range(1, 40).Select(sentence => $"The council of town {number} heard speaker {sentence}, who praised the new bridge and asked for {number + sentence} more trees.")),
    });
}
