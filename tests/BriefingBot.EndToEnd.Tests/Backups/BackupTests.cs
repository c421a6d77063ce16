using System.Diagnostics;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.EndToEnd.Tests.Cli;
using BriefingBot.TestServers.News;

namespace BriefingBot.EndToEnd.Tests.Backups;

/// <summary>Backups by the real verbs, on real files.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Question = "How much did the library of Dunmere cost?";
    private const string Store = "briefingbot.sqlite";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_restored_answers_as_the_store_did_and_nothing_is_indexed_again()
    {
        InventedCoverage.Write(_folder, "news");
        await IndexAsync("data");
        string before = await AskAsync("data");

        var backup = await BotProcess.RunAsync("backup", _folder["one.backup"], "--json", "--data", _folder["data"]);
        var restored = await BotProcess.RunAsync("restore", _folder["one.backup"], "--json", "--data", _folder["new"]);
        var indexed = await IndexAsync("new");

        Assert.Equal((0, 0), (backup.ExitCode, restored.ExitCode));
        Assert.Equal(30, backup.Json.GetProperty("articles").GetInt32());
        Assert.Equal(backup.Json.GetProperty("passages").GetInt32(), restored.Json.GetProperty("passages").GetInt32());
        Assert.Equal(30, indexed.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(before, await AskAsync("new"));
        Assert.Equal(
            ["data", "new", "news", "one.backup"],
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(
            Directory.EnumerateFileSystemEntries(_folder["new"]).Select(Path.GetFileName),
            static name => Assert.StartsWith(Store, name, StringComparison.Ordinal)
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["one.backup"]));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder[$"new/{Store}"]));
        }
    }

    [Fact]
    public async Task Backups_that_are_taken_while_a_bot_serves_and_an_index_is_rebuilt_are_whole()
    {
        InventedCoverage.Write(_folder, "news");
        await IndexAsync("data");
        string before = await AskAsync("data");
        await using var server = await BotServer.StartAsync(CancellationToken, "--coverage", _folder["news"], "--data", _folder["data"]);
        await server.WaitUntilReadyAsync(CancellationToken);
        using var writer = BotProcess.Start("index", "--rebuild", "--coverage", _folder["news"], "--data", _folder["data"]);
        await writer.StandardError.ReadLineAsync(CancellationToken);
        bool wasWriting = !writer.HasExited;

        var backups = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(n => BotProcess.RunAsync("backup", _folder[$"{n}.backup"], "--json", "--data", _folder["data"]))
        );
        await writer.WaitForExitAsync(CancellationToken);

        Assert.True(wasWriting);
        Assert.Equal(0, writer.ExitCode);
        for (int n = 0; n < backups.Length; n++)
        {
            var restored = await BotProcess.RunAsync("restore", _folder[$"{n}.backup"], "--json", "--data", _folder[$"new{n}"]);
            Assert.Equal((0, 0), (backups[n].ExitCode, restored.ExitCode));
            Assert.Equal(30, restored.Json.GetProperty("articles").GetInt32());
            Assert.Equal(before, await AskAsync($"new{n}"));
        }

        Assert.False(server.Process.HasExited);
    }

    [Fact]
    public async Task What_was_fetched_comes_along_so_that_no_article_leaves_when_its_site_is_gone()
    {
        await using (var news = await FakeNewsServer.StartAsync(CancellationToken))
        {
            news["/feed.xml"] = FakeNewsPage.Of(
                "<rss version=\"2.0\"><channel><title>The Tessel Post</title><item><guid>g1</guid><title>Bridge opens "
                    + "in Harrow</title><pubDate>Thu, 20 Jun 2024 08:00:00 GMT</pubDate><description>The council of Harrow "
                    + "opened a new bridge over the river Tessel on Thursday. It is 400 metres long and cost 5 million "
                    + "dollars.</description></item></channel></rss>",
                "application/rss+xml"
            );
            await BotProcess.RunAsync(
                "sources",
                "add",
                news.At("/feed.xml").AbsoluteUri,
                "--name",
                "tessel",
                "--allow-private",
                "--data",
                _folder["data"]
            );
            await BotProcess.RunAsync("index", "--source", "tessel", "--data", _folder["data"]);
        }

        var backup = await BotProcess.RunAsync("backup", _folder["one.backup"], "--json", "--data", _folder["data"]);
        await BotProcess.RunAsync("restore", _folder["one.backup"], "--data", _folder["new"]);
        var indexed = await BotProcess.RunAsync("index", "--json", "--data", _folder["new"]);
        var listed = await BotProcess.RunAsync("sources", "list", "--data", _folder["new"]);

        Assert.Equal(2, backup.Json.GetProperty("fetched_files").GetInt32());
        Assert.Equal(
            (0, 1, 0),
            (indexed.ExitCode, indexed.Json.GetProperty("unchanged").GetInt32(), indexed.Json.GetProperty("removed").GetInt32())
        );
        Assert.Contains("tessel", listed.Output, StringComparison.Ordinal);
        Assert.Equal("0", SqliteFile.Read(_folder[$"new/{Store}"], "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlar'"));
        Assert.Equal(Files("data/sources/tessel"), Files("new/sources/tessel"));
    }

    [Fact]
    public async Task Open_questions_of_the_bot_that_was_backed_up_are_not_answered_again()
    {
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        SqliteFile.Run(
            _folder[$"data/{Store}"],
            """
            INSERT INTO chat_question (id, platform, channel, is_direct, user_id, is_admin, text, kind, is_private, asked, state, attempts, owner, claimed_until)
            VALUES ('q1', 'slack', 'C1', 1, 'U1', 0, 'who won?', 0, 0, 9000000000000, 1, 1, 'other', 9000000000000);
            INSERT INTO lease (name, owner, since, until) VALUES ('index', 'other', 1, 9000000000000);
            """
        );

        var backup = await BotProcess.RunAsync("backup", _folder["one.backup"], "--json", "--data", _folder["data"]);
        await BotProcess.RunAsync("restore", _folder["one.backup"], "--data", _folder["new"]);

        Assert.Equal(1, backup.Json.GetProperty("questions").GetInt32());
        Assert.Equal("3||", SqliteFile.Read(_folder[$"new/{Store}"], "SELECT state || '|' || owner || '|' || text FROM chat_question"));
        Assert.Equal("0", SqliteFile.Read(_folder[$"new/{Store}"], "SELECT count(*) FROM lease"));
    }

    [Fact]
    public async Task A_store_that_was_copied_while_no_bot_ran_is_restored_and_nothing_is_left_beside_it()
    {
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        Directory.CreateDirectory(_folder["copies"]);
        File.Copy(_folder[$"data/{Store}"], _folder["copies/one.sqlite"]);

        var restored = await BotProcess.RunAsync("restore", _folder["copies/one.sqlite"], "--json", "--data", _folder["new"]);

        Assert.Equal((0, 5), (restored.ExitCode, restored.Json.GetProperty("articles").GetInt32()));
        Assert.Equal(["one.sqlite"], Directory.EnumerateFiles(_folder["copies"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_that_is_asked_for()
    {
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        string file = _folder.Write("one.backup", "precious");

        var refused = await BotProcess.RunAsync("backup", file, "--data", _folder["data"]);
        string kept = await File.ReadAllTextAsync(file, CancellationToken);
        var replaced = await BotProcess.RunAsync("backup", file, "--overwrite", "--data", _folder["data"]);
        var itself = await BotProcess.RunAsync("backup", _folder[$"data/{Store}"], "--overwrite", "--data", _folder["data"]);

        AssertSays(refused, 2, "give --overwrite");
        Assert.Equal("precious", kept);
        Assert.Equal(0, replaced.ExitCode);
        Assert.Contains("5 articles", replaced.Output, StringComparison.Ordinal);
        AssertSays(itself, 1, "of the store itself");
    }

    [Fact]
    public async Task Where_there_is_no_store_none_is_made()
    {
        var result = await BotProcess.RunAsync("backup", _folder["one.backup"], "--data", _folder["data"]);

        AssertSays(result, 1, "nothing to back up");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_damaged_store_is_not_backed_up()
    {
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await FileDamage.OverwriteMiddleAsync(_folder[$"data/{Store}"], CancellationToken);

        var result = await BotProcess.RunAsync("backup", _folder["one.backup"], "--data", _folder["data"]);

        AssertSays(result, 1, "is damaged");
        Assert.False(File.Exists(_folder["one.backup"]));
    }

    [Fact]
    public async Task A_full_disk_is_said_in_one_line_and_no_half_file_is_left()
    {
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        Directory.CreateDirectory(_folder["small"]);
        string[] small =
        [
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=64k none \"$0\" && \"$@\"; code=$?; ls -A \"$0\"; exit $code",
            _folder["small"],
        ];
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && await MayMountAsync(),
            "This needs a file system of its own, which the machine does not allow."
        );

        var result = await BotProcess.RunAsAsync(small, "backup", _folder["small/one.backup"], "--data", _folder["data"]);

        AssertSays(result, 1, "No room left for the backup");
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folder permissions are POSIX permissions here.");
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        Directory.CreateDirectory(_folder["closed"]);
        using UnwritableFolder unwritable = new(_folder["closed"]);

        var result = await UnwritableFolder.RunAsync("backup", _folder["closed/one.backup"], "--data", _folder["data"]);

        AssertSays(result, 1, "cannot be written");
    }

    private static async Task<bool> MayMountAsync()
    {
        using var unshare = Process.Start("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]);
        await unshare.WaitForExitAsync(CancellationToken);
        return unshare.ExitCode == 0;
    }

    private static void AssertSays(BotResult result, int code, string words)
    {
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(words, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private Task<BotResult> IndexAsync(string data) =>
        BotProcess.RunAsync("index", "--json", "--coverage", _folder["news"], "--data", _folder[data]);

    private async Task<string> AskAsync(string data)
    {
        var result = await BotProcess.RunAsync(
            "ask",
            Question,
            "--json",
            "--as-of",
            "2024-12-31",
            "--coverage",
            _folder["news"],
            "--data",
            _folder[data]
        );
        return $"{result.Json.GetProperty("answer")} {result.Json.GetProperty("citations")}";
    }

    private string[] Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(_folder[folder])
                .Select(static file => $"{Path.GetFileName(file)} {File.ReadAllText(file)}")
                .Order(StringComparer.Ordinal),
        ];
}
