using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Storage.Tests.Chat;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>What every <see cref="IRetentionStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class RetentionConformance
{
    private static readonly SubscriptionPlace Desk = new("discord", "guild-1", "desk", null);
    private static readonly PersonId Ada = new("discord", "ada");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<RetentionStores> OpenAsync();

    /// <summary>Every text of every table, as it lies in the store.</summary>
    protected abstract Task<IReadOnlyList<string>> ReadAllTextAsync();

    [Fact]
    public async Task What_is_older_than_the_limit_goes_and_what_is_younger_stays()
    {
        var stores = await OpenAsync();
        await LiveAsync(stores, "ada", "old");
        Clock.Now += TimeSpan.FromDays(90);
        var limit = Clock.Now.AddDays(-30);
        await LiveAsync(stores, "ada", "new");

        var removed = await stores.Retention.PruneAsync(limit, limit, Ct);

        Assert.Equal((1, 1, 1, 1, 1), (removed.Questions, removed.Answers, removed.Gaps, removed.ModelUses, removed.AuditEntries));
        Assert.Null(await stores.Chat.Journal.FindAsync(Id("ada", "old"), Ct));
        Assert.Null(await stores.Chat.Conversations.FindAnswerAsync(AnswerId.Of(Id("ada", "old")), Ct));
        Assert.NotNull(await stores.Chat.Journal.FindAsync(Id("ada", "new"), Ct));
        Assert.NotNull(await stores.Chat.Conversations.FindAnswerAsync(AnswerId.Of(Id("ada", "new")), Ct));
        Assert.Equal(["new: why is ada silent?"], (await stores.Coverage.ListGapsAsync(10, Ct)).Select(gap => gap.Question));
        Assert.Single(await stores.Chat.State.ListAuditAsync(10, Ct));
        Assert.Equal(0, (await stores.Retention.PruneAsync(limit, limit, Ct)).Total);
    }

    [Fact]
    public async Task Without_a_limit_nothing_goes()
    {
        var stores = await OpenAsync();
        await LiveAsync(stores, "ada", "old");
        Clock.Now += TimeSpan.FromDays(4000);

        Assert.Equal(0, (await stores.Retention.PruneAsync(null, null, Ct)).Total);
        Assert.Single(await stores.Coverage.ListGapsAsync(10, Ct));
    }

    [Fact]
    public async Task An_old_question_that_somebody_works_on_stays()
    {
        var stores = await OpenAsync();
        await stores.Chat.Journal.TryBeginAsync(Question("ada", "slow"), "worker", TimeSpan.FromHours(1), Ct);

        var removed = await stores.Retention.PruneAsync(Clock.Now.AddMinutes(1), null, Ct);

        Assert.Equal(0, removed.Questions);
        Assert.NotNull(await stores.Chat.Journal.FindAsync(Id("ada", "slow"), Ct));
    }

    [Fact]
    public async Task A_person_who_is_forgotten_stands_in_no_table_and_others_stand_where_they_stood()
    {
        var stores = await OpenAsync();
        await LiveAsync(stores, "ada", "a");
        await LiveAsync(stores, "bob", "b");
        await stores.Chat.Conversations.VoteAsync(AnswerId.Of(Id("bob", "b")), "ada", FeedbackVote.Helpful, Ct);

        var removed = await (await OpenAsync()).Retention.ForgetAsync(Ada, Ct);

        Assert.Equal(
            (1, 1, 1, 1, 1, 1),
            (removed.Questions, removed.Answers, removed.Gaps, removed.ModelUses, removed.Votes, removed.AuditEntries)
        );
        Assert.Equal(2, removed.Subscriptions);
        var texts = await ReadAllTextAsync();
        Assert.DoesNotContain(texts, text => text.Contains("ada", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, (await stores.Chat.Conversations.CountVotesAsync(AnswerId.Of(Id("bob", "b")), Ct)).Helpful);
        Assert.NotNull(await stores.Chat.Journal.FindAsync(Id("bob", "b"), Ct));
        Assert.Equal(["b: why is bob silent?"], (await stores.Coverage.ListGapsAsync(10, Ct)).Select(gap => gap.Question));
        Assert.Equal(1, (await stores.Usage.SumAsync(DateOnly.FromDateTime(Clock.Now.UtcDateTime), "discord:guild-1:bob", Ct)).Answers);
        Assert.Single(await stores.Subscriptions.Schedules.ListAsync(OwnOf("bob"), Ct));
        Assert.Equal(
            ["a floods", "b floods"],
            (await stores.Subscriptions.Follows.FindAsync(Desk, Ct))!.Interests.Select(static interest => interest.Words)
        );
        Assert.Equal(["bob", "forgotten"], (await stores.Chat.State.ListAuditAsync(10, Ct)).Select(entry => entry.UserId).Order());
    }

    [Fact]
    public async Task A_person_of_the_same_id_on_another_platform_and_one_whose_id_ends_alike_are_not_meant()
    {
        var stores = await OpenAsync();
        await LiveAsync(stores, "ada", "a");
        await LiveAsync(stores, "cicada", "c");

        Assert.Equal(0, (await stores.Retention.ForgetAsync(new PersonId("slack", "ada"), Ct)).Total);
        Assert.True((await stores.Retention.ForgetAsync(Ada, Ct)).Total > 0);
        Assert.NotNull(await stores.Chat.Journal.FindAsync(Id("cicada", "c"), Ct));
        Assert.Equal(1, (await stores.Usage.SumAsync(DateOnly.FromDateTime(Clock.Now.UtcDateTime), "discord:guild-1:cicada", Ct)).Answers);
    }

    [Fact]
    public async Task A_gap_that_others_had_too_stays_and_counts_them_alone()
    {
        var stores = await OpenAsync();
        await stores.Coverage.RecordGapAsync("Who won?", "discord:guild-1:ada", Clock.Now, Ct);
        await stores.Coverage.RecordGapAsync("Who won?", "discord:guild-2:ada", Clock.Now, Ct);
        await stores.Coverage.RecordGapAsync("who WON?", "discord:guild-1:bob", Clock.Now, Ct);

        await stores.Retention.ForgetAsync(Ada, Ct);

        Assert.Equal(1, Assert.Single(await stores.Coverage.ListGapsAsync(10, Ct)).Times);
    }

    [Fact]
    public async Task A_question_that_is_being_answered_is_left_and_told()
    {
        var stores = await OpenAsync();
        await stores.Chat.Journal.TryBeginAsync(Question("ada", "now"), "worker", TimeSpan.FromMinutes(1), Ct);

        Assert.Equal(1, (await stores.Retention.ForgetAsync(Ada, Ct)).Pending);
        Clock.Now += TimeSpan.FromMinutes(2);
        var removed = await stores.Retention.ForgetAsync(Ada, Ct);

        Assert.Equal((1, 0), (removed.Questions, removed.Pending));
    }

    private static SubscriptionPlace OwnOf(string user) => new("discord", null, null, user);

    private static ChatQuestionId Id(string user, string key) => new("discord", $"{user}-{key}");

    private ChatQuestion Question(string user, string key) =>
        ChatSamples.Question($"{user}-{key}", Clock.Now) with
        {
            User = new ChatUser(user),
            Text = $"What did {user} ask?",
        };

    /// <summary>
    /// What a person leaves behind: a question with its answer and a vote, a gap, a use of the model, an entry of the audit log, a
    /// schedule, things followed by the person and, for the desk, by all.
    /// </summary>
    private async Task LiveAsync(RetentionStores stores, string user, string key)
    {
        var question = Question(user, key);
        await stores.Chat.Journal.TryBeginAsync(question, "worker", TimeSpan.FromMinutes(1), Ct);
        await stores.Chat.Journal.RecordDeliveredAsync(question.Id, new DeliveredPart(0, $"message-{key}"), Ct);
        await stores.Chat.Conversations.SaveAnswerAsync(ChatSamples.Answer(question, Clock.Now), Ct);
        await stores.Chat.Journal.FinishAsync(question.Id, QuestionState.Answered, Ct);
        await stores.Chat.Conversations.VoteAsync(AnswerId.Of(question.Id), user, FeedbackVote.Helpful, Ct);
        await stores.Coverage.RecordGapAsync($"{key}: why is {user} silent?", $"discord:guild-1:{user}", Clock.Now, Ct);
        await stores.Usage.RecordAsync(
            new ModelUsageEntry(
                Clock.Now,
                $"discord:guild-1:{user}",
                ModelPurpose.Answer,
                new ModelUse("openai", "a-model", "answer@1", 100, 10, 0.5m, TimeSpan.FromSeconds(1)),
                ModelFallback.None
            ),
            Ct
        );
        await stores.Chat.State.AppendAuditAsync(new AuditEntry(Clock.Now, user, question.Address, "status", "shown"), Ct);
        BriefingSchedule schedule = new()
        {
            Place = OwnOf(user),
            Count = 5,
            Words = "daily 7:00",
            Cron = "0 7 * * *",
            Zone = "UTC",
            Due = Clock.Now,
            Told = 0,
            ToldAt = Clock.Now,
            MadeBy = user,
        };
        await stores.Subscriptions.Schedules.SetAsync(schedule, 10, Ct);
        await stores.Subscriptions.Follows.AddAsync(OwnOf(user), new Interest(FollowKind.Topic, "floods", 0, user), 10, Ct);
        await stores.Subscriptions.Follows.AddAsync(Desk, new Interest(FollowKind.Topic, $"{key} floods", 0, user), 10, Ct);
    }
}
