using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class KillTests : IDisposable
{
    private const int Rounds = 50;
    private readonly SqliteStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_store_whose_process_was_killed_opens_whole_and_answers()
    {
        Random random = new(20240223);
        int survivors = 0;
        for (int round = 0; round < Rounds; round++)
        {
            int finished = await KillAfterAsync(round, random.Next(0, 40));
            survivors += await CheckAsync(round, finished);
        }

        Assert.True(survivors > Rounds, $"Only {survivors} articles were saved in all.");
    }

    private async Task<int> KillAfterAsync(int round, int lines)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["exec", typeof(KillTarget).Assembly.Location, KillTarget.Verb, _factory.Path, $"{round}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        int finished = 0;
        while (finished < lines && await child.StandardOutput.ReadLineAsync(Ct) is not null)
        {
            finished++;
        }

        Assert.Equal(lines, finished);
        child.Kill();
        await child.WaitForExitAsync(Ct);
        return finished;
    }

    private async Task<int> CheckAsync(int round, int finished)
    {
        using var store = _factory.Create();
        await store.OpenAsync(Ct);
        Assert.Equal("ok", IntegrityCheck());
        int own = 0;
        while (await IsWholeAsync(store, KillTarget.Own(round, own)))
        {
            own++;
        }

        Assert.True(own >= finished, $"Round {round}: {finished} saves were confirmed, {own} are there.");
        var status = await store.GetStatusAsync(Ct);
        Assert.Equal(status.Articles * 4, status.Passages);
        for (int which = 0; which < KillTarget.SharedArticles; which++)
        {
            if (await store.FindArticleAsync(ArticleId.Parse($"shared/{which}"), null, Ct) is { } shared)
            {
                Assert.True(await IsWholeAsync(store, shared.Article));
            }
        }

        return own;
    }

    /// <summary>False when nothing of the article is there; fails when only a part is.</summary>
    private static async Task<bool> IsWholeAsync(SqliteCoverageStore store, Article article)
    {
        string word = article.Title.Split(' ')[^1];
        var hits = await store.SearchWordsAsync(Samples.Stems(word), CoverageFilter.None, 100, Ct);
        var stored = await store.FindArticleAsync(article.Id, null, Ct);
        if (stored is null)
        {
            Assert.Empty(hits);
            return false;
        }

        Assert.Equivalent(article, stored.Article, strict: true);
        Assert.Equal(4, hits.Count);
        var loaded = await store.LoadPassagesAsync([.. hits.Select(h => h.Key).Order()], Ct);
        Assert.Equal(article.Passages.Select(p => article.Text[p.Start..p.End]), loaded.Select(p => p.Text));
        foreach (var passage in loaded)
        {
            Assert.Equal(1, (await store.GetSimilaritiesAsync(Samples.Vector(passage.Text), [passage.Key], Ct))[0], 0.01);
        }

        return true;
    }

    private string? IntegrityCheck()
    {
        using SqliteConnection connection = new($"Data Source={_factory.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check; PRAGMA foreign_key_check;";
        return command.ExecuteScalar() as string;
    }
}
