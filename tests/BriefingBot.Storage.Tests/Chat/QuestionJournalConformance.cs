using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Xunit;

namespace BriefingBot.Storage.Tests.Chat;

/// <summary>What every <see cref="IQuestionJournal"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class QuestionJournalConformance
{
    protected static readonly TimeSpan Claim = TimeSpan.FromSeconds(15);
    protected static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<ChatStores> OpenAsync();

    [Fact]
    public async Task A_question_comes_back_as_it_was_journaled()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now, new ChatAddress("discord", null, "dm", "thread", IsDirect: true));

        Assert.True(await journal.TryBeginAsync(question, "a", Claim, Ct));

        var entry = await journal.FindAsync(question.Id, Ct);
        Assert.Equal(question, entry!.Question);
        Assert.Equal((QuestionState.Received, 0), (entry.State, entry.Attempts));
        Assert.Empty(entry.Delivered);
        Assert.Null(await journal.FindAsync(new ChatQuestionId("discord", "2"), Ct));
    }

    [Fact]
    public async Task A_known_question_is_not_begun_again_not_even_when_it_is_done()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);

        Assert.True(await journal.TryBeginAsync(question, "a", Claim, Ct));
        Assert.False(await journal.TryBeginAsync(question, "a", Claim, Ct));
        Assert.False(await journal.TryBeginAsync(question, "b", Claim, Ct));
        await journal.FinishAsync(question.Id, QuestionState.Answered, Ct);
        Assert.False(await journal.TryBeginAsync(question, "a", Claim, Ct));
    }

    [Fact]
    public async Task Of_many_deliveries_to_two_processes_one_begins()
    {
        var stores = new[] { await OpenAsync(), await OpenAsync() };
        int[] begun = new int[50];

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct },
            async (i, ct) =>
            {
                if (await stores[i % 2].Journal.TryBeginAsync(ChatSamples.Question($"{i % 50}", Clock.Now), $"process-{i % 2}", Claim, ct))
                {
                    Interlocked.Increment(ref begun[i % 50]);
                }
            }
        );

        Assert.All(begun, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task What_a_dead_process_left_is_claimed_by_exactly_one_other()
    {
        var dead = (await OpenAsync()).Journal;
        for (int i = 0; i < 40; i++)
        {
            await dead.TryBeginAsync(ChatSamples.Question($"{i}", Clock.Now.AddSeconds(-i)), "dead", Claim, Ct);
        }

        var others = new[] { (await OpenAsync()).Journal, (await OpenAsync()).Journal };
        Assert.Empty(await others[0].ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 100, Ct));
        Clock.Now += Claim;

        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => others[i % 2].ClaimUnfinishedAsync(["discord"], $"owner-{i}", Claim, MaxAge, 7, Ct), Ct))
        );

        string[] keys = [.. claims.SelectMany(claim => claim).Select(question => question.Id.Key)];
        Assert.Equal(40, keys.Length);
        Assert.Equal(40, keys.Distinct().Count());
        Assert.All(claims, claim => Assert.Equal(claim.OrderBy(q => q.Asked), claim));
    }

    [Fact]
    public async Task A_renewed_claim_holds_and_a_released_one_does_not()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);
        Clock.Now += Claim / 2;
        await journal.RenewClaimsAsync([question.Id], "a", Claim, Ct);
        Clock.Now += Claim / 2;
        Assert.Empty(await journal.ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 10, Ct));

        await journal.ReleaseClaimsAsync("a", Ct);

        Assert.Single(await journal.ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 10, Ct));
    }

    [Fact]
    public async Task A_claim_of_a_question_that_its_owner_does_not_know_of_runs_out_while_it_renews_the_others()
    {
        var journal = (await OpenAsync()).Journal;
        var known = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(known, "a", Claim, Ct);
        await journal.TryBeginAsync(ChatSamples.Question("2", Clock.Now), "a", Claim, Ct);
        Clock.Now += Claim / 2;
        await journal.RenewClaimsAsync([known.Id], "a", Claim, Ct);
        Clock.Now += Claim / 2;

        var claimed = await journal.ClaimUnfinishedAsync(["discord"], "a", Claim, MaxAge, 10, Ct);

        Assert.Equal(["2"], claimed.Select(static question => question.Id.Key));
    }

    [Fact]
    public async Task A_pause_keeps_everyone_away_until_it_is_over()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        await journal.ReleaseAsync(question.Id, "a", TimeSpan.FromSeconds(30), Ct);
        await journal.RenewClaimsAsync([question.Id], "a", Claim, Ct);

        Assert.Null(await journal.TryStartAsync(question.Id, "a", Ct));
        Assert.Empty(await journal.ClaimUnfinishedAsync(["discord"], "a", Claim, MaxAge, 10, Ct));
        Clock.Now += TimeSpan.FromSeconds(30);
        Assert.Single(await journal.ClaimUnfinishedAsync(["discord"], "a", Claim, MaxAge, 10, Ct));
    }

    [Fact]
    public async Task An_attempt_of_a_question_that_is_put_off_does_not_count_but_is_not_forgotten()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);
        foreach (int attempt in (int[])[1, 2, 2])
        {
            Assert.Equal(attempt, (await journal.TryStartAsync(question.Id, "a", Ct))!.Attempts);
            await journal.PutOffAsync(question.Id, "a", TimeSpan.FromSeconds(30), Ct);
            Assert.Empty(await journal.ClaimUnfinishedAsync(["discord"], "a", Claim, MaxAge, 10, Ct));
            Clock.Now += TimeSpan.FromSeconds(30);
            Assert.Single(await journal.ClaimUnfinishedAsync(["discord"], "a", Claim, MaxAge, 10, Ct));
        }
    }

    [Fact]
    public async Task Only_young_questions_of_the_asked_platforms_are_claimed()
    {
        var journal = (await OpenAsync()).Journal;
        await journal.TryBeginAsync(ChatSamples.Question("old", Clock.Now - MaxAge - TimeSpan.FromSeconds(1)), "a", Claim, Ct);
        await journal.TryBeginAsync(ChatSamples.Question("young", Clock.Now), "a", Claim, Ct);
        await journal.TryBeginAsync(ChatSamples.Question("other", Clock.Now, new ChatAddress("slack", "team", "c")), "a", Claim, Ct);
        await journal.ReleaseClaimsAsync("a", Ct);

        var claimed = await journal.ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 10, Ct);

        Assert.Equal(["young"], claimed.Select(question => question.Id.Key));
        Assert.Equal(1, await journal.AbandonAsync(MaxAge, Ct));
        var old = await journal.FindAsync(new ChatQuestionId("discord", "old"), Ct);
        Assert.Equal((QuestionState.Failed, null), (old!.State, old.Question.ReplyToken));
    }

    [Fact]
    public async Task Work_begins_only_while_the_claim_holds_and_attempts_are_counted()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        Assert.Equal(1, (await journal.TryStartAsync(question.Id, "a", Ct))!.Attempts);
        Assert.Null(await journal.TryStartAsync(question.Id, "b", Ct));
        Assert.Equal(question.Text, (await journal.TryHoldAsync(question.Id, "a", Claim, Ct))?.Text);
        Clock.Now += Claim;
        await journal.ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 10, Ct);

        Assert.Null(await journal.TryHoldAsync(question.Id, "a", Claim, Ct));
        Assert.Null(await journal.TryStartAsync(question.Id, "a", Ct));
        Assert.Equal(2, (await journal.TryStartAsync(question.Id, "b", Ct))!.Attempts);
    }

    [Fact]
    public async Task An_unanswered_question_takes_new_words_until_something_is_posted()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now) with { IsPrivate = false };
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        Assert.True(await journal.TryReviseAsync(question with { Text = "And when?", About = "A post." }, Ct));
        var held = await journal.TryHoldAsync(question.Id, "a", Claim, Ct);
        await journal.RecordDeliveredAsync(question.Id, new DeliveredPart(0, "m"), Ct);

        Assert.Equal(("And when?", "A post."), (held!.Text, held.About));
        Assert.False(await journal.TryReviseAsync(question, Ct));
        Assert.False(await journal.TryReviseAsync(ChatSamples.Question("2", Clock.Now), Ct));
    }

    [Fact]
    public async Task A_question_that_is_withdrawn_is_never_worked_on_and_its_words_are_gone()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        Assert.True(await journal.TryWithdrawAsync(question.Id, Ct));
        await journal.FinishAsync(question.Id, QuestionState.Answered, Ct);

        Assert.False(await journal.TryWithdrawAsync(question.Id, Ct));
        Assert.Null(await journal.TryHoldAsync(question.Id, "a", Claim, Ct));
        Assert.Null(await journal.TryStartAsync(question.Id, "a", Ct));
        Assert.False(await journal.TryBeginAsync(question, "b", Claim, Ct));
        var kept = await journal.FindAsync(question.Id, Ct);
        Assert.Equal((QuestionState.Withdrawn, ""), (kept!.State, kept.Question.Text));
    }

    [Fact]
    public async Task The_words_of_a_private_question_are_not_kept_past_its_answer()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now) with { IsPrivate = true };
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        await journal.FinishAsync(question.Id, QuestionState.Answered, Ct);

        Assert.Equal("", (await journal.FindAsync(question.Id, Ct))!.Question.Text);
    }

    [Fact]
    public async Task A_finished_question_is_left_alone_and_its_token_forgotten()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        await journal.FinishAsync(question.Id, QuestionState.Answered, Ct);

        Clock.Now += Claim;
        Assert.Null(await journal.TryStartAsync(question.Id, "a", Ct));
        Assert.Empty(await journal.ClaimUnfinishedAsync(["discord"], "b", Claim, MaxAge, 10, Ct));
        var entry = await journal.FindAsync(question.Id, Ct);
        Assert.Equal((QuestionState.Answered, null), (entry!.State, entry.Question.ReplyToken));
    }

    [Fact]
    public async Task Accepted_parts_are_kept_in_order_and_a_repeated_one_replaces()
    {
        var journal = (await OpenAsync()).Journal;
        var question = ChatSamples.Question("1", Clock.Now);
        await journal.TryBeginAsync(question, "a", Claim, Ct);

        await journal.RecordDeliveredAsync(question.Id, new DeliveredPart(1, "m2"), Ct);
        await journal.RecordDeliveredAsync(question.Id, new DeliveredPart(0, "m0"), Ct);
        await journal.RecordDeliveredAsync(question.Id, new DeliveredPart(0, "m1"), Ct);

        Assert.Equal(
            [new DeliveredPart(0, "m1"), new DeliveredPart(1, "m2")],
            (await (await OpenAsync()).Journal.FindAsync(question.Id, Ct))!.Delivered
        );
    }
}
