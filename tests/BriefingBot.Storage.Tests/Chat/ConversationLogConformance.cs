using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using Xunit;

namespace BriefingBot.Storage.Tests.Chat;

/// <summary>What every <see cref="IConversationLog"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class ConversationLogConformance
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<ChatStores> OpenAsync();

    [Fact]
    public async Task An_answer_comes_back_as_it_was_saved_also_to_another_process()
    {
        var answer = ChatSamples.Answer(ChatSamples.Question("1", Clock.Now), Clock.Now);

        await (await OpenAsync()).Conversations.SaveAnswerAsync(answer, Ct);

        var found = await (await OpenAsync()).Conversations.FindAnswerAsync(answer.Id, Ct);
        Assert.Equivalent(answer, found, strict: true);
        Assert.Equal(answer.Citations, found!.Citations);
        Assert.Null(await (await OpenAsync()).Conversations.FindAnswerAsync(AnswerId.Parse("0123456789abcdef0123"), Ct));
    }

    [Fact]
    public async Task Saving_again_replaces_the_answer_and_keeps_its_turn_and_votes()
    {
        var log = (await OpenAsync()).Conversations;
        var first = ChatSamples.Answer(ChatSamples.Question("1", Clock.Now, ChatSamples.Channel with { Thread = "t" }), Clock.Now);
        var second = ChatSamples.Answer(ChatSamples.Question("2", Clock.Now, ChatSamples.Channel with { Thread = "t" }), Clock.Now);
        await log.SaveAnswerAsync(first, Ct);
        await log.SaveAnswerAsync(second, Ct);
        await log.VoteAsync(first.Id, "u", FeedbackVote.Helpful, Ct);

        await log.SaveAnswerAsync(first with { Citations = [first.Citations[0]], Sentences = [], Dropped = [], Model = null }, Ct);

        var found = await log.FindAnswerAsync(first.Id, Ct);
        Assert.True(found!.Abstained);
        Assert.Single(found.Citations);
        Assert.Empty(found.Dropped);
        Assert.Null(found.Model);
        Assert.Equal([first.Id, second.Id], (await log.ReadTurnsAsync(first.Conversation, 10, Ct)).Select(turn => turn.Answer));
        Assert.Equal(new FeedbackCount(1, 0), await log.CountVotesAsync(first.Id, Ct));
    }

    [Fact]
    public async Task Turns_are_the_last_of_their_conversation_oldest_first()
    {
        var log = (await OpenAsync()).Conversations;
        var thread = ChatSamples.Channel with { Thread = "t" };
        for (int i = 0; i < 5; i++)
        {
            await log.SaveAnswerAsync(
                ChatSamples.Answer(ChatSamples.Question($"{i}", Clock.Now, thread) with { Text = $"Question {i}?" }, Clock.Now),
                Ct
            );
            await log.SaveAnswerAsync(
                ChatSamples.Answer(ChatSamples.Question($"other {i}", Clock.Now, thread with { Thread = "t2" }), Clock.Now),
                Ct
            );
        }

        var turns = await log.ReadTurnsAsync(ConversationId.Of(ChatSamples.Question("x", Clock.Now, thread)), 3, Ct);

        Assert.Equal(["Question 2?", "Question 3?", "Question 4?"], turns.Select(turn => turn.Question));
        Assert.Empty(await log.ReadTurnsAsync(new ConversationId("none"), 3, Ct));
        Assert.Empty(await log.ReadTurnsAsync(ConversationId.Of(ChatSamples.Question("x", Clock.Now, thread)), 0, Ct));
    }

    [Fact]
    public async Task A_message_of_the_bot_leads_to_its_conversation()
    {
        var stores = await OpenAsync();
        var question = ChatSamples.Question("1", Clock.Now);
        var answer = ChatSamples.Answer(question, Clock.Now);
        await stores.Journal.TryBeginAsync(question, "a", TimeSpan.FromSeconds(15), Ct);
        await stores.Conversations.SaveAnswerAsync(answer, Ct);
        await stores.Journal.RecordDeliveredAsync(question.Id, new DeliveredPart(0, "m"), Ct);

        Assert.Equal(
            answer.Conversation,
            await stores.Conversations.FindConversationAsync(question.Address with { Thread = "any" }, "m", Ct)
        );
        Assert.Null(await stores.Conversations.FindConversationAsync(question.Address, "n", Ct));
        Assert.Null(await stores.Conversations.FindConversationAsync(question.Address with { Channel = "c2" }, "m", Ct));
        Assert.Null(await stores.Conversations.FindConversationAsync(question.Address with { Space = null }, "m", Ct));
    }

    [Fact]
    public async Task The_last_word_of_each_person_counts()
    {
        var log = (await OpenAsync()).Conversations;
        var answer = ChatSamples.Answer(ChatSamples.Question("1", Clock.Now), Clock.Now);
        await log.SaveAnswerAsync(answer, Ct);

        Assert.True(await log.VoteAsync(answer.Id, "ann", FeedbackVote.Helpful, Ct));
        Assert.True(await log.VoteAsync(answer.Id, "ann", FeedbackVote.NotHelpful, Ct));
        Assert.True(await log.VoteAsync(answer.Id, "ben", FeedbackVote.Helpful, Ct));

        Assert.Equal(new FeedbackCount(1, 1), await log.CountVotesAsync(answer.Id, Ct));
        Assert.True(await log.ExplainVoteAsync(answer.Id, "ben", VoteReason.Outdated, "Old.", Ct));
        Assert.Equal(new FeedbackCount(0, 2), await log.CountVotesAsync(answer.Id, Ct));
        Assert.True(await log.VoteAsync(answer.Id, "ben", FeedbackVote.Helpful, Ct));
        Assert.False(await log.ExplainVoteAsync(AnswerId.Parse("0123456789abcdef0123"), "ann", VoteReason.Wrong, null, Ct));
        Assert.False(await log.VoteAsync(AnswerId.Parse("0123456789abcdef0123"), "ann", FeedbackVote.Helpful, Ct));
    }

    [Fact]
    public async Task An_answer_is_shared_once_until_that_is_taken_back()
    {
        var log = (await OpenAsync()).Conversations;
        var answer = ChatSamples.Answer(ChatSamples.Question("1", Clock.Now), Clock.Now);
        await log.SaveAnswerAsync(answer, Ct);

        Assert.True(await log.TrySetSharedAsync(answer.Id, true, Ct));
        Assert.False(await log.TrySetSharedAsync(answer.Id, true, Ct));
        Assert.True((await log.FindAnswerAsync(answer.Id, Ct))!.IsShared);
        Assert.True(await log.TrySetSharedAsync(answer.Id, false, Ct));
        Assert.False((await log.FindAnswerAsync(answer.Id, Ct))!.IsShared);
        Assert.True(await log.TrySetSharedAsync(answer.Id, true, Ct));
    }
}
