using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>What every <see cref="ICoverageStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class CoverageStoreConformance
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the test's one store, again when called again; the caller need not close it.</summary>
    protected abstract Task<ICoverageStore> OpenAsync(EncoderIdentity encoder);

    protected Task<ICoverageStore> OpenAsync() => OpenAsync(Samples.Encoder);

    /// <summary>A store has heard of what another one committed on the same place.</summary>
    protected virtual void Hear(ICoverageStore store) { }

    protected static async Task<List<string>> FindTextsAsync(
        ICoverageStore store,
        string words,
        CoverageFilter? filter = null,
        int limit = 20
    )
    {
        var hits = await store.SearchWordsAsync(Samples.Stems(words), filter ?? CoverageFilter.None, limit, Ct);
        var passages = await store.LoadPassagesAsync([.. hits.Select(h => h.Key)], Ct);
        return [.. passages.Select(p => p.Text)];
    }

    protected static async Task<List<string>> FindNearestAsync(
        ICoverageStore store,
        float[] vector,
        CoverageFilter? filter = null,
        int limit = 20
    )
    {
        var hits = await store.SearchVectorsAsync(vector, filter ?? CoverageFilter.None, limit, Ct);
        var passages = await store.LoadPassagesAsync([.. hits.Select(h => h.Key)], Ct);
        return [.. passages.Select(p => p.Text)];
    }

    [Fact]
    public async Task An_empty_store_answers_with_nothing()
    {
        var store = await OpenAsync();
        await store.OpenAsync(Ct);

        var status = await store.GetStatusAsync(Ct);
        Assert.Equal((0, 0, 0), (status.Articles, status.Undated, status.Passages));
        Assert.Null(status.Encoder);
        Assert.Null(status.LastChanged);
        Assert.Null(status.Newest);
        Assert.True(status.EncoderMatches);
        Assert.Empty(await store.GetFingerprintsAsync(Ct));
        Assert.Empty(await FindTextsAsync(store, "election"));
        Assert.Empty(await FindNearestAsync(store, Samples.Vector("x")));
        Assert.Equal([0], (await store.GetPassageFrequenciesAsync(["elect"], Ct)).Counts);
        Assert.Equal([0d], await store.GetSimilaritiesAsync(Samples.Vector("x"), [1], Ct));
        Assert.Null(await store.FindArticleAsync(ArticleId.Parse("a"), null, Ct));
        Assert.Equal(0, (await store.ListArticlesAsync(CoverageFilter.None, 0, 10, Ct)).Total);
        Assert.Empty(await store.ListGapsAsync(10, Ct));
        Assert.False(await store.WithdrawAsync(ArticleId.Parse("a"), Ct));
        await store.ActivateEncoderAsync(Ct);
    }

    [Fact]
    public async Task Articles_are_listed_as_they_came_and_keep_their_place_through_revisions_and_absence()
    {
        var store = await OpenAsync();
        Assert.Equal(0, await store.GetLastArrivalAsync(null, Ct));
        foreach (string id in new[] { "a", "b", "c" })
        {
            await store.SaveAsync(Samples.Indexed(Samples.Article(id, $"Title of {id}", $"The text of {id}.")), Ct);
            Clock.Now += TimeSpan.FromHours(1);
        }

        long last = await store.GetLastArrivalAsync(null, Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title of a", "The text of a, corrected."), fingerprint: "f2"), Ct);
        await store.WithdrawAsync(ArticleId.Parse("b"), Ct);
        Assert.Equal(
            ["a", "c"],
            (await store.ListArrivalsAsync(new ArrivalWindow(0, last), 10, Ct)).Select(arrival => arrival.Article.Id.Value)
        );
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Title of b", "The text of b, back again.")), Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("d", "Title of d", "The text of d.")), Ct);

        var all = await store.ListArrivalsAsync(new ArrivalWindow(0, long.MaxValue), 10, Ct);
        Assert.Equal(["a", "b", "c", "d"], all.Select(arrival => arrival.Article.Id.Value));
        Assert.Equal(2, all[0].Article.Revision);
        Assert.Equal(last, all[2].Number);
        Assert.Equal(all[3].Number, await store.GetLastArrivalAsync(null, Ct));
        Assert.Equal(all[1].Number, await store.GetLastArrivalAsync(Clock.Now.AddMinutes(-90), Ct));
        Assert.Equal(
            ["c"],
            (await store.ListArrivalsAsync(new ArrivalWindow(all[1].Number, last), 10, Ct)).Select(arrival => arrival.Article.Id.Value)
        );
        Assert.Equal(
            ["b", "c"],
            (await store.ListArrivalsAsync(new ArrivalWindow(all[0].Number, long.MaxValue), 2, Ct)).Select(arrival =>
                arrival.Article.Id.Value
            )
        );
        Assert.Empty(await store.ListArrivalsAsync(new ArrivalWindow(last, last), 10, Ct));
        var numbers = await store.GetArrivalsAsync([ArticleId.Parse("c"), ArticleId.Parse("never")], Ct);
        Assert.Equal((last, 1), (numbers[ArticleId.Parse("c")], numbers.Count));
    }

    [Fact]
    public async Task An_article_comes_back_as_it_was_saved()
    {
        var store = await OpenAsync();
        var article = Samples.Article("feed/1 é", "Naïve\0 “quotes” 😀", "First paragraph with 한국어.", "Second\0one.") with
        {
            TitleDerived = true,
            Outlet = "The Daily",
            Byline = "Lee Jung-joo",
            Dateline = "Seoul",
            Published = PublicationDate.Parse("2024-02-23T13:25+09:00"),
            Updated = PublicationDate.Parse("2024-02-24"),
            DateOrigin = DateOrigin.BylineLine,
            Url = "https://example.org/a",
            Collection = "world",
        };

        Assert.Equal(SaveOutcome.Added, await store.SaveAsync(Samples.Indexed(article), Ct));

        foreach (var reader in (ICoverageStore[])[store, await OpenAsync()])
        {
            var stored = await reader.FindArticleAsync(article.Id, null, Ct);
            Assert.NotNull(stored);
            Assert.Equivalent(article, stored.Article, strict: true);
            Assert.Equal((1, Clock.Now, true), (stored.Revision, stored.Ingested, stored.IsCurrent));
            Assert.Equal(
                stored,
                await reader.FindArticleAsync(article.Id, 1, Ct) is { } first
                    ? stored with
                    {
                        Article = stored.Article,
                        Revision = first.Revision,
                    }
                    : null
            );
            Assert.Null(await reader.FindArticleAsync(article.Id, 2, Ct));
        }
    }

    [Fact]
    public async Task A_loaded_passage_is_the_slice_of_its_article_with_its_header()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Storm hits 😀 coast", "Rain fell on “Seoul”.", "Roads were closed.") with
        {
            Outlet = "Post",
            Published = PublicationDate.Parse("2024-02-23"),
        };
        await store.SaveAsync(Samples.Indexed(article), Ct);

        var hits = await store.SearchWordsAsync(Samples.Stems("roads"), CoverageFilter.None, 10, Ct);
        var passage = Assert.Single(await store.LoadPassagesAsync([hits[0].Key, 999], Ct));

        Assert.Equal("Roads were closed.", passage.Text);
        Assert.Equal(article.Text[passage.Start..passage.End], passage.Text);
        Assert.Equal("a@1#p2", passage.Id.ToString());
        Assert.Equal(PassageKind.Body, passage.Kind);
        Assert.Equal(hits[0].Key, passage.Key);
        Assert.Equal(
            new ArticleHeader(
                article.Id,
                1,
                article.Title,
                false,
                "Post",
                null,
                article.Published,
                DateOrigin.None,
                null,
                Article.DefaultCollection
            ),
            passage.Article
        );
    }

    [Fact]
    public async Task Passages_are_loaded_in_the_order_of_the_keys()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "One.", "Two.", "Three.")), Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Other", "Four.")), Ct);
        long[] keys =
        [
            .. (await store.SearchVectorsAsync(Samples.Vector("One."), CoverageFilter.None, 10, Ct)).Select(h => h.Key).OrderDescending(),
        ];

        var loaded = await store.LoadPassagesAsync([.. keys, keys[0]], Ct);

        Assert.Equal([.. keys, keys[0]], loaded.Select(p => p.Key));
    }

    [Fact]
    public async Task A_changed_field_makes_a_revision_and_the_old_one_stays_readable()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Mayor resigns", "The mayor resigned on Monday.");
        await store.SaveAsync(Samples.Indexed(article), Ct);
        var oldKey = (await store.SearchWordsAsync(Samples.Stems("Monday"), CoverageFilter.None, 1, Ct))[0].Key;
        Clock.Now = Clock.Now.AddHours(1);
        var corrected = Samples.Article("a", "Mayor resigns", "The mayor resigned on Tuesday.");

        Assert.Equal(SaveOutcome.Revised, await store.SaveAsync(Samples.Indexed(corrected, fingerprint: "f2"), Ct));
        Assert.Equal(
            SaveOutcome.Revised,
            await store.SaveAsync(Samples.Indexed(corrected with { Published = PublicationDate.Parse("2024-01-01") }), Ct)
        );
        Assert.Equal(SaveOutcome.Revised, await store.SaveAsync(Samples.Indexed(corrected with { Byline = "Kim" }), Ct));

        var current = await store.FindArticleAsync(article.Id, null, Ct);
        Assert.Equal((4, true), (current!.Revision, current.IsCurrent));
        var old = await store.FindArticleAsync(article.Id, 1, Ct);
        Assert.Equal((article.Text, false), (old!.Article.Text, old.IsCurrent));
        Assert.Equal(article.Passages, old.Article.Passages);
        Assert.Equal(Clock.Now.AddHours(-1), old.Ingested);
        Assert.Empty(await store.LoadPassagesAsync([oldKey], Ct));
        Assert.Empty(await FindTextsAsync(store, "Monday"));
        Assert.Equal(["The mayor resigned on Tuesday."], await FindTextsAsync(store, "Tuesday"));
        Assert.Equal(2, (await store.GetStatusAsync(Ct)).Passages);
        Assert.Equal(2, (await FindNearestAsync(store, Samples.Vector("Tuesday"))).Count);
    }

    [Fact]
    public async Task Passages_cut_anew_make_a_revision()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Title", "One two.");
        await store.SaveAsync(Samples.Indexed(article), Ct);

        var cut = article with { Passages = [new Passage(0, PassageKind.Body, 0, article.Text.Length)] };

        Assert.Equal(SaveOutcome.Revised, await store.SaveAsync(Samples.Indexed(cut), Ct));
        Assert.Equal(1, (await store.GetStatusAsync(Ct)).Passages);
    }

    [Fact]
    public async Task The_same_content_is_refreshed_and_its_passages_keep_their_keys()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Title", "A body of text.");
        await store.SaveAsync(Samples.Indexed(article), Ct);
        var before = (await store.SearchWordsAsync(Samples.Stems("body"), CoverageFilter.None, 10, Ct))[0].Key;
        var moved = Samples.Vector("somewhere else");
        var window = Samples.Window("2020-05-01", "2020-05-31");

        var outcome = await store.SaveAsync(Samples.Indexed(article, vector: _ => moved, periods: _ => [window], fingerprint: "f2"), Ct);

        Assert.Equal(SaveOutcome.Refreshed, outcome);
        Assert.Equal(before, (await store.SearchWordsAsync(Samples.Stems("body"), new CoverageFilter { Window = window }, 10, Ct))[0].Key);
        Assert.Equal(1, Assert.Single(await store.GetSimilaritiesAsync(moved, [before], Ct)), 0.01);
        Assert.Equal(1, (await store.FindArticleAsync(article.Id, null, Ct))!.Revision);
        Assert.Equal("f2", (await store.GetFingerprintsAsync(Ct))[article.Id]);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_lists_and_searches_but_stays_readable()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Title", "Harvest news.");
        await store.SaveAsync(Samples.Indexed(article), Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Other", "Harvest too.")), Ct);

        Assert.True(await store.WithdrawAsync(article.Id, Ct));
        Assert.False(await store.WithdrawAsync(article.Id, Ct));

        Assert.Equal(["Harvest too."], await FindTextsAsync(store, "harvest"));
        Assert.Equal(2, (await FindNearestAsync(store, Samples.Vector("x"))).Count);
        Assert.Equal([1], (await store.GetPassageFrequenciesAsync(Samples.Stems("harvest"), Ct)).Counts);
        Assert.DoesNotContain(article.Id, (await store.GetFingerprintsAsync(Ct)).Keys);
        Assert.Equal("b", Assert.Single((await store.ListArticlesAsync(CoverageFilter.None, 0, 10, Ct)).Articles).Id.Value);
        Assert.Null(await store.FindArticleAsync(article.Id, null, Ct));
        Assert.False((await store.FindArticleAsync(article.Id, 1, Ct))!.IsCurrent);
    }

    [Fact]
    public async Task A_withdrawn_article_that_comes_back_is_added()
    {
        var store = await OpenAsync();
        var article = Samples.Article("a", "Title", "Harvest news.");
        await store.SaveAsync(Samples.Indexed(article), Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Other", "Something.")), Ct);
        await store.WithdrawAsync(article.Id, Ct);

        Assert.Equal(SaveOutcome.Added, await store.SaveAsync(Samples.Indexed(article), Ct));
        Assert.Equal(1, (await store.FindArticleAsync(article.Id, null, Ct))!.Revision);
        Assert.Equal(["Harvest news."], await FindTextsAsync(store, "harvest"));

        await store.WithdrawAsync(article.Id, Ct);
        Assert.Equal(SaveOutcome.Added, await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "Sowing news.")), Ct));
        Assert.Equal(2, (await store.FindArticleAsync(article.Id, null, Ct))!.Revision);
        Assert.Empty(await FindTextsAsync(store, "harvest"));
        Assert.Equal(["Sowing news."], await FindTextsAsync(store, "sowing"));
    }

    [Fact]
    public async Task Status_counts_current_articles_and_grows_with_every_change()
    {
        var store = await OpenAsync();
        await store.SaveAsync(
            Samples.Indexed(Samples.Article("a", "Title", "One.", "Two.") with { Published = PublicationDate.Parse("2024-02-23T10:00") }),
            Ct
        );
        var first = await store.GetStatusAsync(Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Other", "Three.")), Ct);
        var second = await store.GetStatusAsync(Ct);
        await store.WithdrawAsync(ArticleId.Parse("a"), Ct);
        var third = await store.GetStatusAsync(Ct);

        Assert.Equal((1, 0, 3), (first.Articles, first.Undated, first.Passages));
        Assert.Equal((2, 1, 5), (second.Articles, second.Undated, second.Passages));
        Assert.Equal((1, 1, 2), (third.Articles, third.Undated, third.Passages));
        Assert.True(first.IndexState < second.IndexState && second.IndexState < third.IndexState);
        Assert.Equal(Samples.Encoder, first.Encoder);
        Assert.Equal(PublicationDate.Parse("2024-02-23T10:00"), second.Newest);
        Assert.Null(third.Newest);
        Assert.Equal(Clock.Now, third.LastChanged);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "One.")), Ct);
        var before = await store.GetStatusAsync(Ct);

        await store.GetFingerprintsAsync(Ct);
        await FindTextsAsync(store, "one");
        await FindNearestAsync(store, Samples.Vector("One."));
        await store.ListArticlesAsync(CoverageFilter.None, 0, 10, Ct);
        await store.WithdrawAsync(ArticleId.Parse("unknown"), Ct);
        await store.ActivateEncoderAsync(Ct);

        Assert.Equal(before, await store.GetStatusAsync(Ct));
    }

    [Fact]
    public async Task Words_rank_by_rarity_and_frequency()
    {
        var store = await OpenAsync();
        await store.SaveAsync(
            Samples.Indexed(Samples.Article("a", "Alpha", "The council met on budget matters.", "Budget talk: the budget of the council.")),
            Ct
        );
        await store.SaveAsync(
            Samples.Indexed(Samples.Article("b", "Beta", "A volcano erupted near the council.", "Nothing else was said.")),
            Ct
        );

        var hits = await store.SearchWordsAsync(Samples.Stems("volcano council"), CoverageFilter.None, 10, Ct);
        var texts = await FindTextsAsync(store, "volcano council");

        Assert.Equal("A volcano erupted near the council.", texts[0]);
        Assert.Equal(3, texts.Count);
        Assert.All(hits, h => Assert.True(h.Score > 0));
        Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
        Assert.Equal("Budget talk: the budget of the council.", (await FindTextsAsync(store, "budgets"))[0]);
        Assert.Single(await FindTextsAsync(store, "budget council", limit: 1));
        Assert.Empty(await FindTextsAsync(store, "budget", limit: 0));
    }

    [Fact]
    public async Task The_title_finds_body_passages_and_counts_once_in_the_headline()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Earthquake", "It shook the town.", "Nobody was hurt.")), Ct);

        Assert.Equal([3], (await store.GetPassageFrequenciesAsync(Samples.Stems("earthquake"), Ct)).Counts);
        Assert.Equal(
            ["Earthquake", "It shook the town.", "Nobody was hurt."],
            (await FindTextsAsync(store, "earthquake")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_word_of_a_passage_finds_it_by_its_stem()
    {
        const string Text =
            "Généralement, ponies' oscillators agreed: university organizations were conditionally digitizing 3.5 "
            + "analyses of Zürich's naïve controllability.";
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "T", Text)), Ct);

        foreach (string stem in Samples.Stems(Text))
        {
            Assert.Single(await store.SearchWordsAsync([stem], CoverageFilter.None, 10, Ct));
            Assert.Equal([1], (await store.GetPassageFrequenciesAsync([stem], Ct)).Counts);
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(")]
    [InlineData("rain OR")]
    [InlineData("title:rain")]
    [InlineData("-rain")]
    [InlineData("rain'; DROP TABLE article; --")]
    [InlineData("")]
    [InlineData("\0\u0001")]
    [InlineData("\ud800")]
    public async Task Operators_have_no_meaning(string term)
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "Rain fell.")), Ct);

        Assert.Empty(await store.SearchWordsAsync([term], CoverageFilter.None, 10, Ct));
        Assert.Equal([0, 1], (await store.GetPassageFrequenciesAsync([term, "rain"], Ct)).Counts);
        Assert.Single(await store.SearchWordsAsync([term, "rain", "rain"], CoverageFilter.None, 10, Ct));
    }

    [Fact]
    public async Task The_nearest_vectors_come_first_with_their_cosine()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "One.", "Two.", "Three.")), Ct);

        var hits = await store.SearchVectorsAsync(Samples.Vector("Two."), CoverageFilter.None, 3, Ct);

        Assert.Equal(3, hits.Count);
        Assert.Equal("Two.", (await store.LoadPassagesAsync([hits[0].Key], Ct))[0].Text);
        Assert.Equal(1, hits[0].Score, 0.01);
        Assert.True(hits[1].Score >= hits[2].Score);
        var similarities = await store.GetSimilaritiesAsync(Samples.Vector("Two."), [hits[2].Key, 12345, hits[0].Key], Ct);
        Assert.Equal([hits[2].Score, 0, hits[0].Score], similarities);
    }

    [Fact]
    public async Task A_passage_without_a_vector_is_found_by_its_words_only()
    {
        var store = await OpenAsync();
        await store.SaveAsync(
            Samples.Indexed(Samples.Article("a", "Title", "Wordless."), vector: p => p.Ordinal == 1 ? [] : Samples.Vector("t")),
            Ct
        );

        Assert.Equal(["Title"], await FindNearestAsync(store, Samples.Vector("t")));
        var hit = Assert.Single(await store.SearchWordsAsync(Samples.Stems("wordless"), CoverageFilter.None, 10, Ct));
        Assert.Equal([0d], await store.GetSimilaritiesAsync(Samples.Vector("t"), [hit.Key], Ct));
    }

    [Fact]
    public async Task A_vector_of_another_length_is_refused_and_nothing_is_stored()
    {
        var store = await OpenAsync();
        var article = Samples.Indexed(Samples.Article("a", "Title", "One."), vector: _ => [1f, 0f]);

        await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(article, Ct));
        Assert.Equal(0, (await store.GetStatusAsync(Ct)).Articles);
        Assert.Empty(await store.SearchVectorsAsync(new float[] { 1, 0 }, CoverageFilter.None, 5, Ct));
        Assert.Empty(await store.SearchVectorsAsync(new float[Samples.Encoder.Dimensions], CoverageFilter.None, 5, Ct));
    }

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
    public async Task The_coverage_that_it_is_in_step_with_is_known_until_an_article_changes()
    {
        var store = await OpenAsync(Samples.Encoder);
        Assert.Null(await store.GetSeenCoverageAsync(Ct));

        await store.SetSeenCoverageAsync("one", Ct);
        await store.SetSeenCoverageAsync("two", Ct);
        Assert.Equal("two", await store.GetSeenCoverageAsync(Ct));
        await store.RecordGapAsync("Why?", null, Clock.GetUtcNow(), Ct);
        Assert.Equal("two", await store.GetSeenCoverageAsync(Ct));

        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "T", "Text.")), Ct);
        Assert.Null(await store.GetSeenCoverageAsync(Ct));
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
    }

    [Fact]
    public async Task A_filter_never_starves_a_search()
    {
        var store = await OpenAsync();
        for (int i = 0; i < 40; i++)
        {
            var crowd = Samples.Article($"crowd/{i}", "Crowd", [.. Enumerable.Range(0, 30).Select(n => $"rain rain rain {i} {n}")]);
            await store.SaveAsync(Samples.Indexed(crowd, vector: p => Samples.Vector(p.Ordinal % 2 == 0 ? "near" : "near you")), Ct);
        }

        await store.SaveAsync(
            Samples.Indexed(
                Samples.Article("lone", "Lone", "A long passage in which rain is mentioned once only.") with
                {
                    Collection = "lone",
                }
            ),
            Ct
        );
        CoverageFilter filter = new() { Collections = ["lone"] };

        Assert.Equal(["A long passage in which rain is mentioned once only."], await FindTextsAsync(store, "rain", filter, limit: 1));
        Assert.Equal(2, (await FindNearestAsync(store, Samples.Vector("near"), filter, limit: 2)).Count);
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

    [Fact]
    public async Task Where_an_article_was_read_is_kept()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "Text.")) with { Source = "wire.jsonl#7" }, Ct);
        await store.SaveAsync(Samples.Indexed(Samples.Article("b", "Title", "Other text.")), Ct);

        Assert.Equal("wire.jsonl#7", Assert.Single(await store.GetSourcesAsync(Ct)).Value);
        await store.WithdrawAsync(ArticleId.Parse("a"), Ct);
        Assert.Empty(await store.GetSourcesAsync(Ct));
    }

    [Fact]
    public async Task Another_encoder_is_built_beside_the_live_one_and_then_switched()
    {
        var live = await OpenAsync();
        var a = Samples.Article("a", "Title", "One.");
        var b = Samples.Article("b", "Other", "Two.");
        await live.SaveAsync(Samples.Indexed(a), Ct);
        await live.SaveAsync(Samples.Indexed(b), Ct);

        var rebuild = await OpenAsync(Samples.OtherEncoder);
        Assert.False((await rebuild.GetStatusAsync(Ct)).EncoderMatches);
        Assert.Empty(await FindNearestAsync(rebuild, Samples.Vector("One.", Samples.OtherEncoder)));
        Assert.Equal(["One."], await FindTextsAsync(rebuild, "one"));
        Assert.Equal(SaveOutcome.Refreshed, await rebuild.SaveAsync(Samples.Indexed(a, Samples.OtherEncoder), Ct));
        var error = await Assert.ThrowsAsync<StoreException>(() => rebuild.ActivateEncoderAsync(Ct));
        Assert.Contains(Samples.OtherEncoder.Name, error.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await FindNearestAsync(live, Samples.Vector("One."))).Count);

        await rebuild.SaveAsync(
            Samples.Indexed(b, Samples.OtherEncoder, vector: p => p.Ordinal == 0 ? [] : Samples.Vector("Two.", Samples.OtherEncoder)),
            Ct
        );
        await rebuild.ActivateEncoderAsync(Ct);

        Assert.True((await rebuild.GetStatusAsync(Ct)).EncoderMatches);
        Assert.Equal(Samples.OtherEncoder, (await rebuild.GetStatusAsync(Ct)).Encoder);
        Assert.Equal("One.", (await FindNearestAsync(rebuild, Samples.Vector("One.", Samples.OtherEncoder)))[0]);
        Assert.Equal(3, (await FindNearestAsync(rebuild, Samples.Vector("One.", Samples.OtherEncoder))).Count);
        Assert.Empty(await FindNearestAsync(live, Samples.Vector("One.")));
        Assert.False((await live.GetStatusAsync(Ct)).EncoderMatches);
    }

    [Fact]
    public async Task What_one_store_commits_another_on_the_same_place_sees()
    {
        var writer = await OpenAsync();
        var reader = await OpenAsync();
        Assert.Empty(await FindTextsAsync(reader, "harbour"));

        await writer.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "The harbour froze.")), Ct);
        Hear(reader);
        Assert.Equal(["The harbour froze."], await FindTextsAsync(reader, "harbour"));
        Assert.Equal("The harbour froze.", (await FindNearestAsync(reader, Samples.Vector("The harbour froze.")))[0]);

        await writer.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "The harbour thawed.")), Ct);
        Hear(reader);
        Assert.Equal(["The harbour thawed."], await FindTextsAsync(reader, "harbour"));

        await reader.SaveAsync(Samples.Indexed(Samples.Article("b", "Title", "A second harbour.") with { Collection = "new" }), Ct);
        Hear(writer);
        Assert.Equal(["A second harbour."], await FindTextsAsync(writer, "harbour", new() { Collections = ["new"] }));

        await writer.WithdrawAsync(ArticleId.Parse("a"), Ct);
        Hear(reader);
        Assert.Equal(["A second harbour."], await FindTextsAsync(reader, "harbour"));
        Assert.Equal([1], (await reader.GetPassageFrequenciesAsync(Samples.Stems("harbour"), Ct)).Counts);
    }

    [Fact]
    public async Task Gaps_are_counted_by_their_words_and_listed_latest_first()
    {
        var store = await OpenAsync();
        var state = (await store.GetStatusAsync(Ct)).IndexState;
        await store.RecordGapAsync("Who won?", null, Clock.Now, Ct);
        await store.RecordGapAsync("When was it?", null, Clock.Now.AddMinutes(1), Ct);
        await store.RecordGapAsync("  who  WON?", null, Clock.Now.AddMinutes(2), Ct);

        var gaps = await store.ListGapsAsync(10, Ct);

        Assert.Equal([("who  WON?", 2), ("When was it?", 1)], gaps.Select(g => (g.Question, g.Times)));
        Assert.Equal(Clock.Now.AddMinutes(2), gaps[0].Asked);
        Assert.Single(await store.ListGapsAsync(1, Ct));
        Assert.Equal(state, (await store.GetStatusAsync(Ct)).IndexState);
    }

    [Fact]
    public async Task Searches_see_each_article_whole_while_it_is_rewritten()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Marker", "version 0 first", "version 0 second")), Ct);
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(
                    async () =>
                    {
                        int searches = 0;
                        do
                        {
                            Assert.Equal(3, (await store.SearchWordsAsync(["marker"], CoverageFilter.None, 10, Ct)).Count);
                            Assert.Equal(3, (await store.SearchVectorsAsync(Samples.Vector("x"), CoverageFilter.None, 10, Ct)).Count);
                            searches++;
                        } while (!done.IsCancellationRequested);
                        return searches;
                    },
                    Ct
                )
            )
            .ToList();

        for (int version = 1; version <= 60; version++)
        {
            await store.SaveAsync(
                Samples.Indexed(Samples.Article("a", "Marker", $"version {version} first", $"version {version} second")),
                Ct
            );
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var store = await OpenAsync();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.SaveAsync(Samples.Indexed(Samples.Article("a", "T", "One.")), cancelled.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetStatusAsync(cancelled.Token));
        Assert.Equal(0, (await store.GetStatusAsync(Ct)).Articles);
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
