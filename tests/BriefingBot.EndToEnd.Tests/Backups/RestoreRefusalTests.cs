using BriefingBot.EndToEnd.Tests.Bot;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Tests.Backups;

/// <summary>What is restored is a whole backup of ours into an empty place, or nothing, with one line that says why.</summary>
public sealed class RestoreRefusalTests : IDisposable
{
    private const string Store = "briefingbot.sqlite";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("missing", 2, "there is no file")]
    [InlineData("folder", 2, "is a folder")]
    [InlineData("empty", 1, "is empty")]
    [InlineData("text", 1, "is not a SQLite database")]
    [InlineData("other", 1, "is a SQLite database of another application")]
    [InlineData("newer", 1, "was written by a newer version")]
    [InlineData("cut", 1, "is damaged or cut off")]
    [InlineData("damaged", 1, "is damaged or cut off")]
    [InlineData("archive", 1, "is not a fetched article")]
    [InlineData("trigger", 1, "trigger 'sly' is not part of a store")]
    [InlineData("incomplete", 1, "index 'follow_by_words' is missing")]
    public async Task What_is_no_whole_backup_of_ours_is_refused_and_nothing_is_left(string kind, int code, string said)
    {
        string file = _folder["one.backup"];
        await MakeAsync(kind, file);

        var result = await BotProcess.RunAsync("restore", file, "--data", _folder["new"]);

        Assert.Equal(code, result.ExitCode);
        string line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Contains(file, line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["new"]) && Directory.EnumerateFileSystemEntries(_folder["new"]).Any());
        Assert.False(File.Exists(_folder["outside.json"]));
    }

    [Fact]
    public async Task A_store_that_holds_something_is_left_as_it_is()
    {
        string file = await BackUpAsync();
        byte[] before = await File.ReadAllBytesAsync(_folder[$"data/{Store}"], CancellationToken);

        var coverage = await BotProcess.RunAsync("restore", file, "--data", _folder["data"]);
        await BotProcess.RunAsync("sources", "add", "http://example.com/feed.xml", "--data", _folder["named"]);
        var source = await BotProcess.RunAsync("restore", file, "--data", _folder["named"]);

        Assert.Equal((1, 1), (coverage.ExitCode, source.ExitCode));
        Assert.Contains(
            "holds 5 articles and was left as it is: restore into another folder with --data",
            coverage.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("holds records (intake_source)", source.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder[$"data/{Store}"], CancellationToken));
    }

    [Fact]
    public async Task An_empty_store_is_replaced_unless_another_process_has_it_open()
    {
        string file = await BackUpAsync();
        await BotProcess.RunAsync("forget", "slack:U1", "--data", _folder["new"]);
        BotResult refused;
        await using (
            SqliteConnection bot = new(
                new SqliteConnectionStringBuilder { DataSource = _folder[$"new/{Store}"], Pooling = false }.ConnectionString
            )
        )
        {
            await bot.OpenAsync(CancellationToken);
            await using var reading = bot.CreateCommand();
            reading.CommandText = "SELECT count(*) FROM article";
            await reading.ExecuteScalarAsync(CancellationToken);
            refused = await BotProcess.RunAsync("restore", file, "--data", _folder["new"]);
        }

        var restored = await BotProcess.RunAsync("restore", file, "--data", _folder["new"]);

        Assert.Equal((1, 0), (refused.ExitCode, restored.ExitCode));
        Assert.Contains("is open in another process: stop the bot", refused.Error, StringComparison.Ordinal);
        Assert.Contains("5 articles", restored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_store_that_was_copied_by_hand_can_be_restored_with_its_log()
    {
        await using (var server = await BotServer.StartAsync(CancellationToken, "--coverage", SampleBot.Seeds, "--data", _folder["data"]))
        {
            await server.WaitUntilReadyAsync(CancellationToken);
            server.Process.Kill();
            await server.Process.WaitForExitAsync(CancellationToken);
        }

        var restored = await BotProcess.RunAsync("restore", _folder[$"data/{Store}"], "--json", "--data", _folder["new"]);

        Assert.Equal(0, restored.ExitCode);
        Assert.Equal(5, restored.Json.GetProperty("articles").GetInt32());
    }

    private async Task<string> BackUpAsync()
    {
        string file = _folder["one.backup"];
        await BotProcess.RunAsync("index", "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await BotProcess.RunAsync("backup", file, "--data", _folder["data"]);
        Assert.True(File.Exists(file));
        return file;
    }

    private async Task MakeAsync(string kind, string file)
    {
        switch (kind)
        {
            case "folder":
                Directory.CreateDirectory(file);
                break;
            case "empty":
                _folder.Write("one.backup", "");
                break;
            case "text":
                _folder.Write("one.backup", string.Concat(Enumerable.Repeat("no database ", 100)));
                break;
            case "other":
                SqliteFile.Run(file, "PRAGMA application_id = 7; CREATE TABLE article (number INTEGER);");
                break;
            case "newer":
                await BackUpAsync();
                SqliteFile.Run(file, "PRAGMA user_version = 999");
                break;
            case "cut":
                await BackUpAsync();
                FileDamage.CutOff(file);
                break;
            case "damaged":
                await BackUpAsync();
                await FileDamage.OverwriteMiddleAsync(file, CancellationToken);
                break;
            case "trigger":
                await BackUpAsync();
                SqliteFile.Run(file, "CREATE TRIGGER sly AFTER INSERT ON gap BEGIN DELETE FROM article; END");
                break;
            case "incomplete":
                await BackUpAsync();
                SqliteFile.Run(file, "DROP TABLE follow");
                break;
            case "archive":
                await BackUpAsync();
                SqliteFile.Run(file, "INSERT INTO sqlar VALUES ('../outside.json', 33188, 0, 2, x'7b7d')");
                break;
        }
    }
}
