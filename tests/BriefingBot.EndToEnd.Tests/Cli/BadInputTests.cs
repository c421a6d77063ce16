using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class BadInputTests(SampleBot bot)
{
    public static TheoryData<string, string> Unaskable =>
        new()
        {
            { "", "empty" },
            { "   ", "empty" },
            { "\u0001\u0007\u001b\u200b", "empty" },
            { string.Concat(Enumerable.Repeat("treaty ", 1429))[..10_000], "10,000 characters" },
            { "what is the of and", "no word" },
            { "?!... -- ***", "no word" },
        };

    public static TheoryData<string> Odd =>
        [
            "Что сказал министр Чо о договоре?",
            "조태열 외교부 장관은 누구와 통화했나?",
            "\"treaty\" AND (North OR Korea) NOT Russia*",
            "treaty NEAR/3 Korea",
            "-treaty ^title:Korea {a b} : *",
            "treaty'; DROP TABLE article; --",
            "treaty\u0000\u001b[31m Korea",
            "lone \ud83d surrogate treaty",
            "treaty 🤝🏽 Korea",
        ];

    [Theory]
    [MemberData(nameof(Unaskable))]
    public async Task What_cannot_be_asked_is_said_in_one_line_and_ends_with_2(string question, string said)
    {
        var result = await AskAsync(question);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        string line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Operators_and_other_scripts_are_only_words(string question)
    {
        // Arguments of a process end at a zero byte; the API takes them as they are.
        var result = await AskAsync(question.Replace("\0", "", StringComparison.Ordinal));

        Assert.Contains(result.ExitCode, (int[])[0, 2]);
        Assert.True(
            result.ExitCode == 0
                ? result.Json.GetProperty("retrieved").GetArrayLength() >= 0
                : result.Error.StartsWith("error: The question", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a database at all, only text that is long enough to be looked at")]
    [InlineData("")]
    public async Task A_file_that_is_no_store_is_named_and_kept(string content)
    {
        using TemporaryFolder folder = new();
        string store = folder.Write("data/briefingbot.sqlite", content);

        var result = await BotProcess.RunAsync("ask", "What does the treaty say?", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        if (content.Length == 0)
        {
            Assert.Equal(0, result.ExitCode);
            return;
        }

        AssertFailsNaming(result, "briefingbot.sqlite");
        Assert.Equal(content, await File.ReadAllTextAsync(store, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_of_another_program_is_named_and_kept()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        string store = folder["data/briefingbot.sqlite"];
        SqliteFile.Run(store, "CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup'); PRAGMA application_id = 1234;");

        var result = await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        AssertFailsNaming(result, "briefingbot.sqlite");
        Assert.Equal("soup", SqliteFile.Read(store, "SELECT name FROM recipes"));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_named_and_kept()
    {
        using TemporaryFolder folder = new();
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        string store = folder["data/briefingbot.sqlite"];
        SqliteFile.Run(store, "PRAGMA user_version = 9999;");

        var result = await BotProcess.RunAsync("ask", "What does the treaty say?", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        AssertFailsNaming(result, "newer");
        Assert.Equal("9999", SqliteFile.Read(store, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_damaged_store_is_named_and_ends_with_1()
    {
        using TemporaryFolder folder = new();
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        string store = folder["data/briefingbot.sqlite"];
        byte[] bytes = await File.ReadAllBytesAsync(store, TestContext.Current.CancellationToken);
        bytes.AsSpan(100, bytes.Length - 100).Fill(0x5A);
        await File.WriteAllBytesAsync(store, bytes, TestContext.Current.CancellationToken);

        var result = await BotProcess.RunAsync("ask", "What does the treaty say?", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        AssertFailsNaming(result, "briefingbot.sqlite");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_still_answers_with_a_warning()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Folder permissions are POSIX permissions here.");
        }

        using TemporaryFolder folder = new();
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        using UnwritableFolder unwritable = new(folder["data"]);

        var result = await UnwritableFolder.RunAsync(
            "ask",
            "Who did Foreign Minister Cho speak with by phone?",
            "--json",
            "--coverage",
            SampleBot.Seeds,
            "--data",
            folder["data"]
        );

        Assert.Equal(0, result.ExitCode);
        Assert.False(result.Json.GetProperty("abstained").GetBoolean());
        Assert.Contains("not written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_index_in_a_folder_that_cannot_be_written_fails_with_1()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Folder permissions are POSIX permissions here.");
        }

        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        using UnwritableFolder unwritable = new(folder["data"]);

        var result = await UnwritableFolder.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        AssertFailsNaming(result, folder["data"]);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_loses_nothing()
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> small = new() { ["BRIEFINGBOT__Storage__MaxFileBytes"] = "131072" };
        string[] arguments = ["index", "--json", "--coverage", SampleBot.Seeds, "--data", folder["data"]];

        var full = await BotProcess.RunInAsync(folder.Path, small, arguments);
        var roomAgain = await BotProcess.RunInAsync(folder.Path, arguments);

        AssertFailsNaming(full, "No room left");
        Assert.Equal((0, 5), (roomAgain.ExitCode, roomAgain.Json.GetProperty("articles").GetInt32()));
    }

    [Fact]
    public async Task A_coverage_that_vanished_takes_nothing_out_of_the_index()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/one.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        string[] arguments = ["index", "--json", "--coverage", folder["news"], "--data", folder["data"]];
        await BotProcess.RunAsync(arguments);
        Directory.Move(folder["news"], folder["moved"]);

        var gone = await BotProcess.RunAsync(arguments);
        Directory.Move(folder["moved"], folder["news"]);
        var back = await BotProcess.RunAsync(arguments);

        Assert.Equal(2, gone.ExitCode);
        Assert.Contains("news", gone.Error, StringComparison.Ordinal);
        Assert.Equal(1, back.Json.GetProperty("unchanged").GetInt32());
    }

    private Task<BotResult> AskAsync(string question) =>
        BotProcess.RunAsync("ask", "--json", "--coverage", SampleBot.Seeds, "--data", bot.Data, "--", question);

    private static void AssertFailsNaming(BotResult result, string named)
    {
        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.StartsWith("error: ", StringComparison.Ordinal)
        );
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
