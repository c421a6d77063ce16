using System.Text.Json;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Storage.Tests.Kept;

/// <summary>What every <see cref="IKeptAnswerStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class KeptAnswerConformance
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<IKeptAnswerStore> OpenAsync();

    [Fact]
    public async Task A_kept_answer_comes_back_whole_and_one_that_nobody_kept_does_not()
    {
        var store = await OpenAsync();
        var (kept, other) = (Answer(Noon), Answer(Noon));
        await store.SaveAsync(kept, Ct);
        await store.SaveAsync(other, Ct);

        Assert.True(await store.KeepAsync(kept.Id, Ct));
        Assert.True(await store.KeepAsync(kept.Id, Ct));

        var another = await OpenAsync();
        Assert.Equal(JsonSerializer.Serialize(kept), JsonSerializer.Serialize(await another.FindAsync(kept.Id, Ct)));
        Assert.Null(await another.FindAsync(other.Id, Ct));
        Assert.Null(await another.FindAsync(KeptAnswerId.New(), Ct));
    }

    [Fact]
    public async Task An_answer_is_at_hand_for_a_day_and_a_kept_one_for_good()
    {
        var store = await OpenAsync();
        var (kept, recent, old) = (Answer(Noon), Answer(Noon.AddHours(1)), Answer(Noon));
        foreach (var answer in new[] { kept, recent, old })
        {
            await store.SaveAsync(answer, Ct);
        }

        await store.KeepAsync(kept.Id, Ct);
        await store.SaveAsync(Answer(Noon.AddHours(24.5)), Ct);

        Assert.NotNull(await store.FindAsync(kept.Id, Ct));
        Assert.True(await store.KeepAsync(recent.Id, Ct));
        Assert.False(await store.KeepAsync(old.Id, Ct));
    }

    [Fact]
    public async Task A_removed_answer_is_gone()
    {
        var store = await OpenAsync();
        var answer = Answer(Noon);
        await store.SaveAsync(answer, Ct);
        await store.KeepAsync(answer.Id, Ct);

        Assert.True(await store.RemoveAsync(answer.Id, Ct));
        Assert.False(await store.RemoveAsync(answer.Id, Ct));
        Assert.Null(await store.FindAsync(answer.Id, Ct));
    }

    internal static KeptAnswer Answer(DateTimeOffset answered)
    {
        var header = Samples.Article("harbour", "The harbour \"reopens\"", "The harbour reopened on Friday.");
        ArticleHeader article = new(
            header.Id,
            2,
            header.Title,
            false,
            "The Post",
            "Ana Ruiz",
            null,
            default,
            "https://example.com/h",
            "news"
        );
        return new KeptAnswer
        {
            Id = KeptAnswerId.New(),
            Question = "Who reopened it?",
            Standalone = "Who reopened the harbour?",
            Answered = answered,
            AsOf = new DateOnly(2026, 2, 28),
            Composer = ComposerKind.Model,
            Statement = "2 articles:",
            Sentences = [new VerifiedSentence("The harbour reopened “on Friday”.", [1], true) { Label = "March 1, 2026" }],
            Citations = [new Citation(1, article, new PassageId(header.Id, 2, 3), 0, 31, "The harbour reopened on Friday.")],
            Notes = ["“okaro” was read as “Okoro”."],
            Disagreements = ["The reports differ."],
            Nearest = [article with { Revision = 1 }],
            Dropped = 1,
        };
    }
}
