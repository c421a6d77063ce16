using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class IndexTests
{
    [Fact]
    public async Task Indexing_reports_what_it_did_as_one_json_document()
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunAsync("index", "--json", "--coverage", SampleBot.Seeds, "--data", folder["data"]);

        Assert.Equal(0, result.ExitCode);
        var json = result.Json;
        Assert.Equal(
            ["articles", "added", "updated", "unchanged", "removed", "failed", "skipped", "held_back", "passages", "seconds"],
            json.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            (5, 5, 0, 0),
            (
                json.GetProperty("articles").GetInt32(),
                json.GetProperty("added").GetInt32(),
                json.GetProperty("updated").GetInt32(),
                json.GetProperty("unchanged").GetInt32()
            )
        );
        Assert.Equal(0, json.GetProperty("failed").GetArrayLength());
        Assert.True(json.GetProperty("passages").GetInt32() > 5);
    }

    [Fact]
    public async Task A_second_run_with_nothing_changed_writes_nothing()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["index", "--json", "--coverage", SampleBot.Seeds, "--data", folder["data"]];
        await BotProcess.RunAsync(arguments);
        var before = Fingerprint(folder["data"]);

        var second = await BotProcess.RunAsync(arguments);

        Assert.Equal(5, second.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(before, Fingerprint(folder["data"]));
    }

    [Fact]
    public async Task A_bad_source_is_reported_with_a_reason_and_never_stops_the_run()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/good.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        folder.Write("news/empty.txt", "");

        var result = await BotProcess.RunAsync("index", "--json", "--coverage", folder["news"], "--data", folder["data"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("articles").GetInt32());
        var failure = Assert.Single(result.Json.GetProperty("failed").EnumerateArray());
        Assert.Contains("empty.txt", failure.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(failure.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Several_folders_make_one_coverage()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "a/one.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        folder.Write(
            "b/two.txt",
            "Library closes early\n\nMay 3, 2024\n\nThe city library will close at noon on Saturday because of repairs.\n"
        );

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--json", "--coverage", "a", "b");

        Assert.Equal((0, 2), (result.ExitCode, result.Json.GetProperty("articles").GetInt32()));
    }

    [Fact]
    public async Task Without_a_coverage_the_copy_beside_the_binary_is_read()
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(5, result.Json.GetProperty("articles").GetInt32());
        Assert.True(Directory.Exists(folder["data"]));
    }

    private static List<(string Name, long Length, string Hash)> Fingerprint(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.sqlite", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    (
                        Path.GetFileName(file),
                        new FileInfo(file).Length,
                        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
                    )
                ),
        ];
}
