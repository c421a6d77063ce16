using System.Globalization;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

/// <summary>What people asked is kept for as long as the settings say, and goes at once when a person is to be forgotten.</summary>
public sealed class ForgetTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forgetting_a_person_removes_their_gaps_while_the_console_runs_on_the_store()
    {
        using TemporaryFolder folder = new();
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);
        SqliteFile.Run(
            StoreOf(folder),
            $"{Gap("who won in Birchhaven?", TimeProvider.System.GetUtcNow())} INSERT INTO gap_asker VALUES ('who won "
                + $"in Birchhaven?', 'slack:T1:U0123', 1);"
        );

        var result = await BotProcess.RunAsync("forget", "slack:<@U0123>", "--json", "--data", folder["data"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("slack:U0123", result.Json.GetProperty("person").GetString());
        Assert.Equal(1, result.Json.GetProperty("gaps").GetInt32());
        Assert.DoesNotContain(
            "Birchhaven",
            await server.Client.GetStringAsync(new Uri("/status", UriKind.Relative), CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("slack:")]
    [InlineData("slack:U1 U2")]
    public async Task What_names_no_person_is_refused_with_an_example(string text)
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunAsync("forget", text, "--data", folder["data"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("slack:U0123", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serving_removes_what_is_older_than_ninety_days_and_keeps_the_rest()
    {
        using TemporaryFolder folder = new();
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        var now = TimeProvider.System.GetUtcNow();
        SqliteFile.Run(StoreOf(folder), Gap("who won in Birchhaven?", now.AddDays(-91)) + Gap("who won in Aldersbrook?", now.AddDays(-89)));

        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (SqliteFile.Read(StoreOf(folder), "SELECT count(*) FROM gap") != "1")
        {
            await timer.WaitForNextTickAsync(CancellationToken);
        }

        Assert.Equal("who won in Aldersbrook?", SqliteFile.Read(StoreOf(folder), "SELECT question FROM gap"));
    }

    [Fact]
    public async Task A_retention_that_cannot_be_meant_is_named_with_its_range()
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(
            folder.Path,
            new Dictionary<string, string> { ["BRIEFINGBOT__Retention__Days"] = "-1" },
            "latest",
            "--coverage",
            SampleBot.Seeds,
            "--data",
            folder["data"]
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Retention:Days is -1; choose 0 to 36500.", result.Error, StringComparison.Ordinal);
    }

    private static string StoreOf(TemporaryFolder folder) => Path.Combine(folder["data"], "briefingbot.sqlite");

    private static string Gap(string question, DateTimeOffset asked) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO gap VALUES ('{question}', '{question}', {asked.ToUnixTimeMilliseconds()}, 1);"
        );
}
