using BriefingBot.Core.Corrections;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Tests.Chat;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>What every <see cref="ICorrectionStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class CorrectionStoreConformance
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store.</summary>
    protected abstract Task<SqlCoverageStore> OpenAsync();

    [Fact]
    public async Task What_changed_is_listed_until_it_was_looked_at()
    {
        var store = await OpenAsync();
        SqlCorrectionStore corrections = new(store);
        await SaveAsync(store, "a", "It is 400 metres long.");
        await AnswerAsync(store, "1", "a");
        Assert.Empty(await corrections.ListChangedAsync(CorrectionCursor.None, 10, Ct));

        await SaveAsync(store, "a", "It is 300 metres long.");
        var cited = Assert.Single(await corrections.ListChangedAsync(CorrectionCursor.None, 10, Ct));

        Assert.Equal(("a", 1, 2, false), (cited.Article.Value, cited.Cited, cited.Latest, cited.IsWithdrawn));
        Assert.True(await corrections.TryRecordAsync([cited], null, [], Ct));
        Assert.Empty(await corrections.ListChangedAsync(CorrectionCursor.None, 10, Ct));
        await store.WithdrawAsync(ArticleId.Parse("a"), Ct);
        Assert.True(Assert.Single(await corrections.ListChangedAsync(CorrectionCursor.None, 10, Ct)).IsWithdrawn);
    }

    [Fact]
    public async Task Only_citations_of_what_changed_since_and_of_later_answers_are_read()
    {
        var store = await OpenAsync();
        SqlCorrectionStore corrections = new(store);
        await SaveAsync(store, "a", "It is 400 metres long.");
        await SaveAsync(store, "b", "It is 500 metres long.");
        await AnswerAsync(store, "1", "a");
        await AnswerAsync(store, "2", "b");
        await SaveAsync(store, "a", "It is 300 metres long.");
        var before = await corrections.GetCursorAsync(Ct) with { Answer = long.MaxValue };

        Assert.Empty(await corrections.ListChangedAsync(before, 10, Ct));
        await SaveAsync(store, "b", "It is 200 metres long.");
        Assert.Equal("b", Assert.Single(await corrections.ListChangedAsync(before, 10, Ct)).Article.Value);

        // It was being written while its article changed.
        var now = await corrections.GetCursorAsync(Ct);
        await AnswerAsync(store, "3", "a");
        Assert.Contains(
            await corrections.ListChangedAsync(now, 10, Ct),
            static cited => cited.Answer == Core.Chat.Journal.AnswerId.Of(new("discord", "3")) && cited.Article.Value == "a"
        );
        Assert.Empty(await corrections.ListChangedAsync(now with { Answer = long.MaxValue }, 10, Ct));
    }

    private static Task SaveAsync(SqlCoverageStore store, string id, string text) =>
        store.SaveAsync(Samples.Indexed(Samples.Article(id, "Bridge opens", text)), Ct);

    private async Task AnswerAsync(SqlCoverageStore store, string key, string article)
    {
        var answer = ChatSamples.Answer(ChatSamples.Question(key, Clock.Now), Clock.Now);
        var header = answer.Citations[0].Article with { Id = ArticleId.Parse(article), Revision = 1 };
        Core.Answering.Citation citation = new(1, header, new PassageId(header.Id, 1, 1), 10, 20, "0123456789");
        await StoresOver.Chat(store, Clock).Conversations.SaveAnswerAsync(answer with { Citations = [citation], Sentences = [] }, Ct);
    }
}
