using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.EndToEnd.Tests.Cli;

/// <summary>
/// Kills the real indexing process at random points: the store always opens, holds whole articles only, and comes out the same in the end.
/// </summary>
public sealed class InterruptedIndexTests
{
    private const int Lanes = 2;
    private const int RoundsPerLane = 25;
    private const int ProgressLines = 10;
    private const string Question = "How much did the library of Dunmere cost?";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_killed_fifty_times_ends_as_one_that_never_was()
    {
        using TemporaryFolder folder = new();
        InventedCoverage.Write(folder, "news");
        var uninterrupted = await BotProcess.RunAsync("index", "--json", "--coverage", folder["news"], "--data", folder["reference"]);
        Assert.Equal(30, uninterrupted.Json.GetProperty("articles").GetInt32());
        var reference = await ReadAsync(folder["reference"]);
        string answer = await AskAsync(folder, "reference");

        int[] kills = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLaneAsync(folder, lane, reference, answer)));

        Assert.InRange(kills.Sum(), Lanes * RoundsPerLane / 2, Lanes * RoundsPerLane);
    }

    private static async Task<int> RunLaneAsync(
        TemporaryFolder folder,
        int lane,
        Dictionary<ArticleId, StoredArticle> reference,
        string answer
    )
    {
        Random random = new(lane + 2024);
        int kills = 0;
        int data = 0;
        string Name() => $"lane{lane}-{data}";
        for (int round = 1; round <= RoundsPerLane; round++)
        {
            if (!await RunAndKillAsync(folder, Name(), random.Next(ProgressLines)))
            {
                // It was faster than the kill: nothing is left to interrupt here.
                data++;
                continue;
            }

            kills++;
            AssertWholeArticlesOf(reference, await ReadAsync(folder[Name()]));
            if (random.Next(4) == 0)
            {
                data++;
            }
        }

        var finished = await BotProcess.RunAsync("index", "--json", "--coverage", folder["news"], "--data", folder[Name()]);
        var articles = await ReadAsync(folder[Name()]);
        Assert.Equal(0, finished.ExitCode);
        Assert.Equal(reference.Count, articles.Count);
        AssertWholeArticlesOf(reference, articles);
        Assert.Equal(answer, await AskAsync(folder, Name()));
        return kills;
    }

    /// <summary>True when the process was killed, false when it had ended by itself.</summary>
    private static async Task<bool> RunAndKillAsync(TemporaryFolder folder, string data, int lines)
    {
        using var process = BotProcess.Start("index", "--coverage", folder["news"], "--data", folder[data]);
        for (int line = 0; line < lines; line++)
        {
            if (await process.StandardError.ReadLineAsync(CancellationToken) is null)
            {
                break;
            }
        }

        process.Kill();
        await process.WaitForExitAsync(CancellationToken);
        return process.ExitCode != 0;
    }

    private static async Task<Dictionary<ArticleId, StoredArticle>> ReadAsync(string data)
    {
        Dictionary<ArticleId, StoredArticle> articles = [];
        string path = Path.Combine(data, "briefingbot.sqlite");
        if (!File.Exists(path))
        {
            return articles;
        }

        using SqliteCoverageStore store = new(
            Options.Create(new SqliteStoreOptions { Path = path }),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(CancellationToken);
        var page = await store.ListArticlesAsync(CoverageFilter.None, 0, 100, CancellationToken);
        foreach (var header in page.Articles)
        {
            articles.Add(header.Id, (await store.FindArticleAsync(header.Id, null, CancellationToken))!);
        }

        var status = await store.GetStatusAsync(CancellationToken);
        Assert.Equal(articles.Values.Sum(article => article.Article.Passages.Count), status.Passages);
        var hits = await store.SearchWordsAsync(["council"], CoverageFilter.None, 100, CancellationToken);
        Assert.Equal(articles.Count > 0, hits.Count > 0);
        return articles;
    }

    private static void AssertWholeArticlesOf(
        Dictionary<ArticleId, StoredArticle> reference,
        Dictionary<ArticleId, StoredArticle> articles
    ) =>
        Assert.All(
            articles,
            entry =>
            {
                var expected = reference[entry.Key];
                Assert.Equal(expected.Article.Text, entry.Value.Article.Text);
                Assert.Equal(expected.Article.Title, entry.Value.Article.Title);
                Assert.Equal(expected.Article.Published, entry.Value.Article.Published);
                Assert.Equal(expected.Article.Passages, entry.Value.Article.Passages);
                Assert.Equal(1, entry.Value.Revision);
            }
        );

    private static async Task<string> AskAsync(TemporaryFolder folder, string data)
    {
        var result = await BotProcess.RunAsync(
            "ask",
            Question,
            "--json",
            "--as-of",
            "2024-12-31",
            "--coverage",
            folder["news"],
            "--data",
            folder[data]
        );
        return JsonSerializer.Serialize(
            new[] { result.Json.GetProperty("answer"), result.Json.GetProperty("citations"), result.Json.GetProperty("retrieved") }
        );
    }
}
