using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_healthy_bot_passes_every_check()
    {
        using TemporaryFolder folder = new();
        string[] where = ["--coverage", SampleBot.Seeds, "--data", folder["data"]];
        await BotProcess.RunAsync(["index", .. where]);

        var result = await BotProcess.RunAsync(["doctor", "--json", "--urls", "http://127.0.0.1:0", .. where]);

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Json.GetProperty("ok").GetBoolean());
        Assert.All(
            result.Json.GetProperty("checks").EnumerateArray(),
            check => Assert.Equal("ok", check.GetProperty("status").GetString())
        );
        var names = result.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString());
        Assert.Equal(
            [
                "configuration",
                "unicode",
                "coverage",
                "articles",
                "data folder",
                "store",
                "encoder",
                "model",
                "web address",
                "discord",
                "slack",
            ],
            names
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_what_to_do()
    {
        using TemporaryFolder folder = new();
        folder.Write("data/briefingbot.sqlite", "this is not a database, it is a note that someone left here long ago");

        var result = await BotProcess.RunAsync(
            "doctor",
            "--json",
            "--urls",
            "http://127.0.0.1:0",
            "--coverage",
            folder["nowhere"],
            "--data",
            folder["data"]
        );

        Assert.Equal(1, result.ExitCode);
        var failed = result
            .Json.GetProperty("checks")
            .EnumerateArray()
            .Where(check => check.GetProperty("status").GetString() == "fail")
            .ToList();
        Assert.Equal(["coverage", "store"], failed.Select(check => check.GetProperty("name").GetString()));
        Assert.All(failed, check => Assert.False(string.IsNullOrWhiteSpace(check.GetProperty("advice").GetString())));
    }

    [Fact]
    public async Task Files_beyond_the_bounds_of_their_format_are_named_and_the_rest_is_not_concerned()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/good.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        folder.Write("news/alias.md", "---\ntitle: &a [*a]\n---\nThe council closed the bridge over the river.\n");
        folder.Write("news/deep.json", new string('[', 50_000));
        folder.Write("news/coverage.yaml", $"articles: {new string('[', 50_000)}\n");

        var result = await BotProcess.RunAsync(
            "doctor",
            "--json",
            "--urls",
            "http://127.0.0.1:0",
            "--coverage",
            folder["news"],
            "--data",
            folder["data"]
        );

        Assert.Equal(0, result.ExitCode);
        var checks = result
            .Json.GetProperty("checks")
            .EnumerateArray()
            .Where(check => check.GetProperty("name").GetString() == "articles")
            .ToList();
        Assert.All(checks, check => Assert.Equal("warn", check.GetProperty("status").GetString()));
        string[] details = [.. checks.Select(check => check.GetProperty("detail").GetString()!)];
        Assert.Contains(
            details,
            detail => detail.StartsWith("'alias.md':", StringComparison.Ordinal) && detail.Contains("alias", StringComparison.Ordinal)
        );
        Assert.Contains(details, detail => detail.StartsWith("'deep.json':", StringComparison.Ordinal));
        Assert.Contains(details, detail => detail.StartsWith("'coverage.yaml':", StringComparison.Ordinal));
        Assert.DoesNotContain(details, detail => detail.Contains("good.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vectors_that_do_not_fit_into_memory_are_told_with_the_budget_they_need()
    {
        using TemporaryFolder folder = new();
        folder.Write("small.json", """{"Storage":{"MemoryMegabytes":0}}""");
        string[] where = ["--coverage", SampleBot.Seeds, "--data", folder["data"], "--config", folder["small.json"]];
        var indexed = await BotProcess.RunAsync(["index", .. where]);
        var answered = await BotProcess.RunAsync(["ask", "What countermeasures will Seoul take?", .. where]);

        var result = await BotProcess.RunAsync(["doctor", "--json", "--urls", "http://127.0.0.1:0", .. where]);

        Assert.Equal((0, 0), (indexed.ExitCode, answered.ExitCode));
        var store = Assert.Single(
            result.Json.GetProperty("checks").EnumerateArray(),
            check => check.GetProperty("status").GetString() == "warn"
        );
        Assert.Contains("Storage:MemoryMegabytes = 0", store.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Raise it to 1.", store.GetProperty("advice").GetString());
    }

    [Fact]
    public async Task A_misspelt_setting_of_the_store_is_named()
    {
        using TemporaryFolder folder = new();
        folder.Write("wrong.json", """{"Storage":{"MemoryMegabites":64}}""");

        var result = await BotProcess.RunAsync(
            "index",
            "--coverage",
            SampleBot.Seeds,
            "--data",
            folder["data"],
            "--config",
            folder["wrong.json"]
        );

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("MemoryMegabites", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_deep_in_the_store_is_found()
    {
        using TemporaryFolder folder = new();
        string[] where = ["--coverage", SampleBot.Seeds, "--data", folder["data"]];
        await BotProcess.RunAsync(["index", .. where]);
        string store = folder["data/briefingbot.sqlite"];
        byte[] bytes = await File.ReadAllBytesAsync(store, TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length / 2).Fill(0xA5);
        await File.WriteAllBytesAsync(store, bytes, TestContext.Current.CancellationToken);

        var result = await BotProcess.RunAsync(["doctor", "--json", "--urls", "http://127.0.0.1:0", .. where]);

        Assert.Equal(1, result.ExitCode);
        var check = result.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "store");
        Assert.Equal("fail", check.GetProperty("status").GetString());
        Assert.Contains("damaged", check.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_check_tells_a_running_console_from_none()
    {
        using TemporaryFolder folder = new();
        await using var server = await BotServer.StartAsync(
            TestContext.Current.CancellationToken,
            "--coverage",
            SampleBot.Seeds,
            "--data",
            folder["data"]
        );
        string address = server.Address.GetLeftPart(UriPartial.Authority);

        var running = await BotProcess.RunAsync("healthcheck", "--urls", address);
        await server.DisposeAsync();
        var none = await BotProcess.RunAsync("healthcheck", "--urls", address);

        Assert.Equal((0, 1), (running.ExitCode, none.ExitCode));
    }
}
