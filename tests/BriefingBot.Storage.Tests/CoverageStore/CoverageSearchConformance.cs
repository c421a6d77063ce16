using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Storage.Tests.CoverageStore;

/// <summary>What words and vectors find.</summary>
public abstract class CoverageSearchConformance : CoverageArticleConformance
{
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
}
