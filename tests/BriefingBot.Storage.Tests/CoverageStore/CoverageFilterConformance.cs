using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Storage.Tests.CoverageStore;

/// <summary>What filters let pass, in searches and in lists.</summary>
public abstract class CoverageFilterConformance : CoverageSearchConformance
{
    [Fact]
    public async Task A_window_lets_pass_what_was_published_in_it_and_what_names_a_period_in_it()
    {
        var store = await SaveDatedAsync();
        CoverageFilter june = new() { Window = Samples.Window("2022-06-01", "2022-06-30") };

        Assert.Equal(["flood in june.", "flood recalled."], await FindAllAsync(store, june));
        Assert.Equal(["flood in june.", "flood recalled.", "flood undated."], await FindAllAsync(store, june with { AllowUndated = true }));
        Assert.Empty(await FindAllAsync(store, june with { NotAfter = Samples.Day("2022-01-01") }));
    }

    [Fact]
    public async Task The_latest_period_that_an_article_names_is_found_by_its_first_day()
    {
        var store = await SaveDatedAsync();

        var named = await store.FindLatestNamedAsync(
            [ArticleId.Parse("later"), ArticleId.Parse("undated"), ArticleId.Parse("nowhere")],
            Ct
        );
        await store.WithdrawAsync(ArticleId.Parse("later"), Ct);

        Assert.Equal([new(ArticleId.Parse("later"), Samples.Day("2022-06-09"))], named);
        Assert.Empty(await store.FindLatestNamedAsync([ArticleId.Parse("later")], Ct));
    }

    [Fact]
    public async Task A_period_must_lie_wholly_inside_the_window()
    {
        var store = await SaveDatedAsync();

        Assert.Equal(["flood in june."], await FindAllAsync(store, new() { Window = Samples.Window("2022-06-10", "2022-06-30") }));
        Assert.Equal(
            ["flood in june.", "flood in july.", "flood recalled."],
            await FindAllAsync(store, new() { Window = new TimeWindow(DateOnly.MinValue, DateOnly.MaxValue) })
        );
    }

    [Fact]
    public async Task Not_after_hides_later_articles_but_no_undated_ones()
    {
        var store = await SaveDatedAsync();

        Assert.Equal(["flood in june.", "flood undated."], await FindAllAsync(store, new() { NotAfter = Samples.Day("2022-06-15") }));
    }

    [Fact]
    public async Task Only_the_named_collections_are_seen()
    {
        var store = await SaveDatedAsync();

        Assert.Equal(["flood in july."], await FindAllAsync(store, new() { Collections = ["sport"] }));
        Assert.Equal(4, (await FindAllAsync(store, new() { Collections = ["sport", Article.DefaultCollection, "none"] })).Count);
        Assert.Empty(await FindAllAsync(store, new() { Collections = [] }));
        Assert.Empty(await FindAllAsync(store, new() { Collections = ["Sport"] }));
    }

    [Fact]
    public async Task Only_what_an_outlet_published_or_an_author_wrote_is_seen()
    {
        var store = await OpenAsync();
        foreach (
            var (id, outlet, byline) in ((string, string?, string?)[])
                [
                    ("a", "The Post", "By Ana Ruiz"),
                    ("b", "Post", "Ana Ruiz and John Smith"),
                    ("c", "the post", null),
                    ("d", null, "Ana Ruiz"),
                ]
        )
        {
            await store.SaveAsync(Samples.Indexed(Samples.Article(id, "T", $"flood {id}.") with { Outlet = outlet, Byline = byline }), Ct);
        }

        await store.SaveAsync(Samples.Indexed(Samples.Article("d", "T", "flood d.") with { Outlet = "Post" }, fingerprint: "f2"), Ct);
        await store.WithdrawAsync(ArticleId.Parse("c"), Ct);
        CoverageFilter post = new() { Source = new CoverageSource("The Post", false, ["The Post", "Post", "the post"]) };
        CoverageFilter ana = new()
        {
            Source = new CoverageSource("Ana Ruiz", true, ["By Ana Ruiz", "Ana Ruiz and John Smith", "Ana Ruiz"]),
        };
        CoverageFilter nobody = new() { Source = new CoverageSource("Reuters", false, []) };

        Assert.Equal(["flood a.", "flood b.", "flood d."], await FindAllAsync(store, post));
        Assert.Equal(["flood a.", "flood b."], await FindAllAsync(store, ana));
        Assert.Empty(await FindAllAsync(store, nobody));
        Assert.Equal(["a", "b", "d"], (await store.ListArticlesAsync(post, 0, 10, Ct)).Articles.Select(article => article.Id.Value));
        var second = await store.ListArticlesAsync(ana, 1, 1, Ct);
        Assert.Equal((2, "b"), (second.Total, second.Articles.Single().Id.Value));
        var credits = await store.GetCreditsAsync(Ct);
        Assert.Equal(["Post", "The Post"], credits.Outlets);
        Assert.Equal(["Ana Ruiz and John Smith", "By Ana Ruiz"], credits.Bylines);
        Assert.Same(credits, await store.GetCreditsAsync(Ct));
        await store.WithdrawAsync(ArticleId.Parse("b"), Ct);
        Assert.Equal(["By Ana Ruiz"], (await store.GetCreditsAsync(Ct)).Bylines);
    }

    [Fact]
    public async Task Articles_are_listed_newest_first_and_undated_last()
    {
        var store = await OpenAsync();
        foreach (
            var (id, published) in ((string, string?)[])
                [
                    ("e", null),
                    ("b", "2024-01-02"),
                    ("a", "2024-01-02T08:00"),
                    ("c", "2024-01-02T08:00+09:00"),
                    ("d", "2024-03-01"),
                    ("f", null),
                ]
        )
        {
            await store.SaveAsync(
                Samples.Indexed(
                    Samples.Article(id, "T" + id, "Text.") with
                    {
                        Published = published is null ? null : PublicationDate.Parse(published),
                    }
                ),
                Ct
            );
        }

        var all = await store.ListArticlesAsync(CoverageFilter.None, 0, 10, Ct);
        Assert.Equal(["d", "a", "b", "c", "e", "f"], all.Articles.Select(a => a.Id.Value));
        var page = await store.ListArticlesAsync(CoverageFilter.None, 1, 2, Ct);
        Assert.Equal((6, "a", "b"), (page.Total, page.Articles[0].Id.Value, page.Articles[1].Id.Value));
        var january = await store.ListArticlesAsync(
            new() { Window = Samples.Window("2024-01-01", "2024-01-31"), AllowUndated = true },
            0,
            10,
            Ct
        );
        Assert.Equal(["a", "b", "c", "e", "f"], january.Articles.Select(a => a.Id.Value));
        var early = await store.ListArticlesAsync(new() { NotAfter = Samples.Day("2024-01-02") }, 0, 10, Ct);
        Assert.Equal(5, early.Total);
        Assert.Equal(0, (await store.ListArticlesAsync(new() { Collections = [] }, 0, 10, Ct)).Total);
        Assert.Equal(6, (await store.ListArticlesAsync(new() { Collections = [Article.DefaultCollection] }, 0, 10, Ct)).Total);
    }

    private async Task<ICoverageStore> SaveDatedAsync()
    {
        var store = await OpenAsync();
        var june = PublicationDate.Parse("2022-06-15");
        var july = PublicationDate.Parse("2022-07-01T09:00");
        await store.SaveAsync(Samples.Indexed(Samples.Article("june", "A", "flood in june.") with { Published = june }), Ct);
        await store.SaveAsync(
            Samples.Indexed(Samples.Article("july", "B", "flood in july.") with { Published = july, Collection = "sport" }),
            Ct
        );
        await store.SaveAsync(
            Samples.Indexed(
                Samples.Article("later", "C", "flood recalled.") with
                {
                    Published = PublicationDate.Parse("2023-01-01"),
                },
                periods: p =>
                    p.Kind == PassageKind.Body
                        ? [Samples.Window("2022-06-09", "2022-06-09"), Samples.Window("2021-01-01", "2021-12-31")]
                        : []
            ),
            Ct
        );
        await store.SaveAsync(Samples.Indexed(Samples.Article("undated", "D", "flood undated.")), Ct);
        return store;
    }

    /// <summary>What both searches find, which must be the same passages, in the order of the keys.</summary>
    private static async Task<List<string>> FindAllAsync(ICoverageStore store, CoverageFilter filter)
    {
        var words = (await store.SearchWordsAsync(["flood"], filter, 20, Ct)).Select(h => h.Key).Order().ToList();
        var vectors = (await store.SearchVectorsAsync(Samples.Vector("flood"), filter, 20, Ct)).Select(h => h.Key).Order().ToList();
        var texts = (await store.LoadPassagesAsync(vectors, Ct)).Where(p => p.Kind == PassageKind.Body).ToList();
        Assert.Equal(words, texts.Select(p => p.Key));
        return [.. texts.Select(p => p.Text)];
    }
}
