using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A store that goes away under a running bot stops it, in seconds and with what to do.</summary>
public sealed class StoreWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_data_folder_that_is_deleted_stops_the_bot_with_one_line() =>
        await StopsAsync(
            () => Directory.Delete(_folder["data"], recursive: true),
            "was deleted or moved while the bot was running; the bot stops. Put it back, or start again to re-index."
        );

    [Fact]
    public async Task A_data_folder_with_another_store_in_its_place_stops_the_bot_with_one_line()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says which file is open.");
        await StopsAsync(
            () =>
            {
                Directory.Move(_folder["data"], _folder["moved"]);
                Directory.CreateDirectory(_folder["data"]);
                File.Copy(_folder["moved/briefingbot.sqlite"], _folder["data/briefingbot.sqlite"]);
            },
            "was replaced by another file while the bot was running"
        );
    }

    [Fact]
    public async Task The_store_and_what_lies_beside_it_can_be_read_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            // The folder's own rights decide there.
            return;
        }

        await using var server = await StartAsync();

        foreach (string file in Directory.EnumerateFiles(_folder["data"], "briefingbot.sqlite*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private async Task StopsAsync(Action change, string expected)
    {
        await using var server = await StartAsync();

        change();
        using CancellationTokenSource seconds = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        seconds.CancelAfter(TimeSpan.FromSeconds(20));
        await server.Process.WaitForExitAsync(seconds.Token);

        Assert.Equal(1, server.Process.ExitCode);
        Assert.Single(server.Errors.Split('\n'), line => line.Contains(expected, StringComparison.Ordinal));
    }

    private async Task<BotServer> StartAsync()
    {
        var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);
        return server;
    }
}
