using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("""{ "Answering": { "Confidence": 7 } }""", "Answering:Confidence is 7")]
    [InlineData("""{ "Web": { "MaxRequestBytes": 3 } }""", "Web:MaxRequestBytes is 3")]
    [InlineData("""{ "Web": { "Url": "http://127.0.0.1:1" } }""", "'Url'")]
    [InlineData("""{ "Webb": { "Urls": "http://127.0.0.1:1" } }""", "'Webb'")]
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
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        using TemporaryFolder folder = new();
        folder.Write("news/one.txt", "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n");
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
