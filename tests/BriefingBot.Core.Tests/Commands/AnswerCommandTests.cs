using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Core.Tests.Chat.Rendering;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>Asking, and what can be done with an answer.</summary>
public sealed class AnswerCommandTests : CommandTest
{
    [Fact]
    public async Task Ask_takes_the_question_once_and_the_private_answer_goes_to_the_reply_token()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var ask = bot.Get<AskCommand>();

        Assert.Equal(
            new QuestionAccepted(ChatArrival.Accepted),
            await ask.RunAsync(Call("1"), "Who signed the fishing treaty?", isPrivate: true, Ct)
        );
        Assert.Equal(
            new QuestionAccepted(ChatArrival.Known),
            await ask.RunAsync(Call("1"), "Who signed the fishing treaty?", isPrivate: true, Ct)
        );

        var reply = await bot.Platform.NextAsync(Ct);
        Assert.Equal("token", reply.Question.ReplyToken);
        Assert.True(Assert.IsType<AnswerReply>(reply.Reply).Answer.IsPrivate);
    }

    [Fact]
    public async Task Passages_are_shown_in_full_with_the_quote_marked_also_when_the_article_changed()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: false);
        Folder.Write("treaty", "Ministers sign fishing treaty", "June 21, 2024", "Foreign Minister Anna Berg signed nothing.");
        await Reindex(bot, "2");

        var result = Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(Call("3"), answer.Id, 0, Ct));

        var passage = result.Passages[0];
        Assert.Equal(passage.Citation.Quote, passage.Text.Substring(passage.QuoteStart, passage.Citation.Quote.Length));
        Assert.True(passage.Text.Length > passage.Citation.Quote.Length);
        Assert.False(passage.IsCurrent);
        string shown = MessageSplitter.Split(bot.Get<CommandLayout>().Of(result), new BracketMarkup(), new MessageLimits(2000))[0].Text;
        Assert.Contains("changed or withdrawn since", shown, StringComparison.Ordinal);
        Assert.Contains($"«{passage.Citation.Quote}»", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_asker_sees_and_shares_a_private_answer_and_shares_it_once()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: true);
        var share = bot.Get<ShareCommand>();
        var other = Call("2") with { User = new ChatUser("other") };
        List<ChatAnswer> posted = [];
        Task Post(ChatAnswer shared, CancellationToken token)
        {
            posted.Add(shared);
            return posted.Count == 1 ? throw new ChatDeliveryException("HTTP 500", isPermanent: false) : Task.CompletedTask;
        }

        Assert.IsType<CommandRefused>(await share.RunAsync(other, answer.Id, Post, Ct));
        Assert.IsType<CommandRefused>(await bot.Get<ShowPassagesCommand>().RunAsync(other, answer.Id, 0, Ct));
        Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(Call("3"), answer.Id, 0, Ct));
        Assert.Empty(posted);

        Assert.IsType<CommandFailed>(await share.RunAsync(Call("4"), answer.Id, Post, Ct));
        Assert.IsType<ShareResult>(await share.RunAsync(Call("5"), answer.Id, Post, Ct));
        Assert.IsType<CommandRefused>(await share.RunAsync(Call("6"), answer.Id, Post, Ct));
        Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(other, answer.Id, 0, Ct));
        Assert.Equal(2, posted.Count);
    }

    [Fact]
    public async Task A_vote_counts_by_its_last_word_and_needs_an_answer()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: false);
        var feedback = bot.Get<FeedbackCommand>();

        await feedback.RunAsync(Call("2"), answer.Id, FeedbackVote.Helpful, Ct);
        Assert.Equal(
            new FeedbackResult(FeedbackVote.NotHelpful, answer.Id),
            await feedback.RunAsync(Call("3"), answer.Id, FeedbackVote.NotHelpful, Ct)
        );

        Assert.Equal(new FeedbackCount(0, 1), await bot.Conversations.CountVotesAsync(answer.Id, Ct));
        Assert.IsType<CommandRefused>(await feedback.RunAsync(Call("4"), AnswerId.Parse("0123456789abcdef0123"), FeedbackVote.Helpful, Ct));
    }
}
