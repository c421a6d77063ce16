using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.EndToEnd.Tests.Intake.Kills;

/// <summary>Looks through a store whose process was killed, and remembers what it had: nothing of that may be gone the next time.</summary>
internal sealed class KilledStore(string data)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _revisions = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string File { get; } = Path.Combine(data, "briefingbot.sqlite");

    /// <summary>Whose vectors are searched.</summary>
    public string? ActiveEncoder => SqliteFile.Read(File, "SELECT group_concat(encoder) FROM vector_set WHERE is_active = 1");

    /// <summary>
    /// It opens, the doctor's own look finds no damage, every article that was there still is, once, whole, and none of its revisions is
    /// gone or there twice.
    /// </summary>
    /// <returns>The headlines in it.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync()
    {
        Assert.Equal("ok", SqliteFile.Read(File, "PRAGMA integrity_check"));
        Assert.Null(SqliteFile.Read(File, "PRAGMA foreign_key_check"));
        using SqliteCoverageStore store = new(
            Options.Create(new SqliteStoreOptions { Path = File }),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(Cancellation);
        Assert.Null(await store.FindDamageAsync(Cancellation));

        var articles = (await store.ListArticlesAsync(CoverageFilter.None, 0, 500, Cancellation)).Articles;
        string[] titles = [.. articles.Select(static article => article.Title).Order(StringComparer.Ordinal)];
        Assert.Equal(titles.Distinct(StringComparer.Ordinal), titles);
        Assert.Subset(titles.ToHashSet(StringComparer.Ordinal), _seen);
        _seen.UnionWith(titles);

        int passages = 0;
        foreach (var header in articles)
        {
            var article = (await store.FindArticleAsync(header.Id, null, Cancellation))!;
            Assert.EndsWith(NewsTown.LastWordsOf(header.Title), article.Article.Text.TrimEnd(), StringComparison.Ordinal);
            Assert.True(article.Revision >= _revisions.GetValueOrDefault(header.Title));
            _revisions[header.Title] = article.Revision;
            passages += article.Article.Passages.Count;
            if (header.Title == NewsTown.TollTitle)
            {
                await CheckTollsAsync(store, article);
            }
            else
            {
                Assert.Equal(1, article.Revision);
            }
        }

        Assert.Equal(passages, (await store.GetStatusAsync(Cancellation)).Passages);
        Assert.Equal("0", SqliteFile.Read(File, Unsearchable));
        return titles;
    }

    /// <summary>Everything that answers rest on, and nothing that says when or in how many steps it came in.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        await CheckAsync();
        using SqliteCoverageStore store = new(
            Options.Create(new SqliteStoreOptions { Path = File }),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(Cancellation);
        List<string> all = [ActiveEncoder ?? "", SqliteFile.Read(File, "SELECT count(*) FROM vector_set")!];
        foreach (var header in (await store.ListArticlesAsync(CoverageFilter.None, 0, 500, Cancellation)).Articles)
        {
            var article = (await store.FindArticleAsync(header.Id, null, Cancellation))!.Article;
            all.Add($"{article with { Passages = [] }} {string.Join(' ', article.Passages)}");
        }

        all.Add(SqliteFile.Read(File, Stories) ?? "");
        return all;
    }

    // Passages that are shown but cannot be found by their vectors, or that vectors find though they are no longer shown.
    private const string Unsearchable =
        "SELECT count(*) FROM passage p WHERE p.is_current = 1 AND NOT EXISTS (SELECT 1 FROM passage_vector v JOIN vector_set s ON "
        + "s.number = v.vector_set WHERE v.passage = p.key AND s.is_active = 1)";

    // The members of each story, in an order of their own.
    private const string Stories =
        "SELECT group_concat(members, '; ') FROM (SELECT group_concat(article, ', ') AS members FROM (SELECT story, article FROM "
        + "story_article ORDER BY article) GROUP BY story ORDER BY members)";

    private static async Task CheckTollsAsync(SqliteCoverageStore store, StoredArticle newest)
    {
        int before = 0;
        for (int revision = 1; revision <= newest.Revision; revision++)
        {
            int toll = NewsTown.TollOf((await store.FindArticleAsync(newest.Article.Id, revision, Cancellation))!.Article.Text);
            Assert.True(toll > before, $"Revision {revision} counts {toll} after {before}.");
            before = toll;
        }
    }
}
