using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>
/// What the host does in the background may fail in a way that nobody expected: the bot goes on answering, and the work goes on once it
/// can.
/// </summary>
public sealed class BackgroundLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_that_cannot_be_read_fails_its_work_and_not_the_bot()
    {
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);
        SqliteFile.Run(
            _folder["data/briefingbot.sqlite"],
            "INSERT INTO intake_source (name, kind, location, interval_seconds, reads_pages, allows_private) VALUES "
                + "('', 1, 'http://127.0.0.1:9/feed', 60, 0, 0);"
        );

        await server.WaitForErrorAsync("Checking the sources that are due failed and is tried again", CancellationToken);

        using var answer = await server.Client.GetAsync(new Uri("/api/latest", UriKind.Relative), CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        Assert.False(server.Process.HasExited, server.Errors);
    }
}
