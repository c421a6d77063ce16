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
    [InlineData("""{ "Web": { "MaxRequestBytes": "much" } }""", "Web:MaxRequestBytes is 'much'; write a whole number")]
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

    [Theory]
    [InlineData("Chat__MaxPerPerson", "two", "Chat:MaxPerPerson is 'two'; write a whole number")]
    [InlineData("Chat__MaxPerPerson", "1.5", "Chat:MaxPerPerson is '1.5'; write a whole number")]
    [InlineData("Chat__MaxPerPerson", "99999999999", "Chat:MaxPerPerson is '99999999999'; write a whole number, at most 2147483647")]
    [InlineData("Chat__MaxPerPerson", "", "Chat:MaxPerPerson is empty; write a whole number")]
    [InlineData("Storage__MaxFileBytes", "10GB", "Storage:MaxFileBytes is '10GB'; write a whole number")]
    [InlineData("Answering__Confidence", "0,5x", "Answering:Confidence is '0,5x'; write a number such as 0.5")]
    [InlineData("Fetching__TimeoutSeconds", "00:00:30", "Fetching:TimeoutSeconds is '00:00:30'; write a number such as 0.5")]
    [InlineData("Encoder__Dimensions", "all", "Encoder:Dimensions is 'all'; write a whole number")]
    [InlineData("Retrieval__Mode", "Hybird", "Retrieval:Mode is 'Hybird'; did you mean Hybrid? Write ")]
    [InlineData("Model__Provider", "OpenIA", "Model:Provider is 'OpenIA'; did you mean OpenAI? Write None, OpenAI, Anthropic or Ollama.")]
    [InlineData("Model__Provider", "2", "Model:Provider is '2'; write None, OpenAI, Anthropic or Ollama.")]
    [InlineData("Storage__Provider", "MySQL", "Storage:Provider is 'MySQL'; ")]
    [InlineData("Slack__Guests", "maybe", "Slack:Guests is 'maybe'; write ")]
    [InlineData(
        "Slack__Mode",
        "xoxb-000000000000-000000000000-abcdefghijkl",
        "Slack:Mode has a value of 43 characters; write Socket or Http."
    )]
    [InlineData("Coverage__Watch", "yes", "Coverage:Watch is 'yes'; write true or false.")]
    [InlineData("Coverage__Watch", "ture", "Coverage:Watch is 'ture'; did you mean true? Write true or false.")]
    [InlineData("Discord__ShardIds__0", "first", "Discord:ShardIds:0 is 'first'; write a whole number")]
    [InlineData("Discord__ShardIds", "0", "Discord:ShardIds is a list; write its values one by one, the first as Discord:ShardIds:0.")]
    [InlineData("Coverage__Paths", "news", "Coverage:Paths is a list; write its values one by one, the first as Coverage:Paths:0.")]
    [InlineData("Web__Urls__0", "http://127.0.0.1:1", "Web:Urls takes one value and no list or section")]
    [InlineData("Web", "http://127.0.0.1:1", "Web is a section and has no value of its own; set what is in it, such as Web:")]
    [InlineData("Subscriptions__TimeZone", "Europe/Belrin", "Subscriptions:TimeZone")]
    [InlineData("Model__Prices__gpt__Input", "cheap", "Model:Prices:gpt:Input is 'cheap'; give what a million tokens cost")]
    public async Task A_value_of_the_wrong_kind_is_told_in_words_of_settings(string variable, string value, string said)
    {
        Dictionary<string, string> environment = new() { ["BRIEFINGBOT__" + variable] = value };
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(folder.Path, environment, "doctor", "--data", folder["data"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("abcdefghijkl", result.Error, StringComparison.Ordinal);
        foreach (string word in (string[])["System.", "Int32", "Binder", "Microsoft", "Exception", "Failed to convert"])
        {
            Assert.DoesNotContain(word, result.Error + result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Values_of_the_wrong_kind_in_several_sections_are_said_line_by_line()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "settings.json",
            """{ "Storage": { "MaxFileBytes": "big" }, "Chat": { "Attempts": "many" }, "Web": { "Urls": [] } }"""
        );

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--config", file);

        Assert.Equal(
            "error: Chat:Attempts is 'many'; write a whole number, at most 2147483647.\n"
                + "error: Storage:MaxFileBytes is 'big'; write a whole number.\n",
            result.Error
        );
        Assert.Equal(2, result.ExitCode);
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
