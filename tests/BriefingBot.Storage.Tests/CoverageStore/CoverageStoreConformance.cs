using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Storage.Tests.CoverageStore;

/// <summary>
/// What every <see cref="ICoverageStore"/> must do. A store derives from it and says how it is opened; the themes before it are a chain, so
/// that one class runs them all.
/// </summary>
public abstract class CoverageStoreConformance : CoverageFilterConformance
{
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
}
