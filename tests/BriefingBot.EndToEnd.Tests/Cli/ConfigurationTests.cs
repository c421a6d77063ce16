using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("""{ "Answering": { "Confidence": 7 } }""", "Answering:Confidence is 7")]
    [InlineData("""{ "Web": { "MaxRequestBytes": 3 } }""", "Web:MaxRequestBytes is 3")]
    [InlineData("""{ "Web": { "Url": "http://127.0.0.1:1" } }""", "'Url'")]
    [InlineData("""{ "Webb": { "Urls": "http://127.0.0.1:1" } }""", "'Webb'; did you mean Web?")]
    [InlineData("""{ "Storage": { "MemoryMegabyte": 5 } }""", "'MemoryMegabyte' in section Storage; did you mean Storage:MemoryMegabytes?")]
    [InlineData("""{ "Storage": { "Path": "x.sqlite" } }""", "'Path' in section Storage; known are Storage:Provider")]
    [InlineData(
        """{ "Search": { "Vectors": "Pgvector" } }""",
        "Search:Vectors is Pgvector, an extension of PostgreSQL, but Storage:Provider is Sqlite"
    )]
    [InlineData("""{ "Storage": { "MaxFileBytes": -1 } }""", "Storage:MaxFileBytes cannot be negative")]
    [InlineData("""{ "Slack": { "BotTokn": "xoxb-secret" } }""", "'BotTokn' in section Slack; did you mean Slack:BotToken?")]
    [InlineData("""{ "Discord": { "Tokens": "secret" } }""", "did you mean Discord:Token?")]
    [InlineData("""{ "chat": { "maxperpersn": 1 } }""", "did you mean Chat:MaxPerPerson?")]
    [InlineData("""{ "Web": """, "cannot be read")]
    [InlineData("""{ "Web": { "MaxRequestBytes": "much" } }""", "MaxRequestBytes")]
    [InlineData("""{ "Data": { "Folder": "" } }""", "Data:Folder")]
    public async Task A_wrong_setting_is_named_and_ends_with_2(string settings, string said)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("settings.json", settings);

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--config", file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task A_misspelt_setting_is_named_whatever_the_verb_needs_of_it()
    {
        Dictionary<string, string> environment = new() { ["BRIEFINGBOT__Storage__MemoryMegabyts"] = "5" };
        using TemporaryFolder folder = new();

        foreach (
            string[] verb in (string[][])
                [
                    ["healthcheck"],
                    ["serve", "--urls", "http://127.0.0.1:0"],
                    ["doctor"],
                ]
        )
        {
            var result = await BotProcess.RunInAsync(folder.Path, environment, [.. verb, "--data", folder["data"]]);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(
                "did you mean Storage:MemoryMegabytes?",
                Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task What_is_wrong_in_several_sections_is_said_line_by_line()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "settings.json",
            """{ "Answering": { "Confidence": 7 }, "Web": { "MaxRequestBytes": 3 }, "Data": { "Folder": "" } }"""
        );

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--config", file);

        Assert.Equal(2, result.ExitCode);
        string[] lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(
            ["Answering:Confidence", "Web:MaxRequestBytes", "Data:Folder"],
            setting => Assert.Contains(lines, line => line.Contains(setting, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/one.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        string file = folder.Write("settings.json", """{ "Data": { "Folder": "from-file" }, "Coverage": { "Paths": [ "news" ] } }""");
        Dictionary<string, string> environment = new() { ["BRIEFINGBOT__Data__Folder"] = "from-environment" };

        var byEnvironment = await BotProcess.RunInAsync(folder.Path, environment, "index", "--config", file);
        var byCommandLine = await BotProcess.RunInAsync(folder.Path, environment, "index", "--config", file, "--data", "from-command-line");

        Assert.Equal((0, 0), (byEnvironment.ExitCode, byCommandLine.ExitCode));
        Assert.True(Directory.Exists(folder["from-environment"]));
        Assert.True(Directory.Exists(folder["from-command-line"]));
        Assert.False(Directory.Exists(folder["from-file"]));
    }
}
