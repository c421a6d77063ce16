using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.FactCheck;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>Messages that are checked against the coverage.</summary>
public sealed class FactCheckCommandTests : CommandTest
{
    [Fact]
    public async Task A_message_is_checked_against_the_coverage()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var check = bot.Get<FactCheckCommand>();

        Assert.IsType<CommandRefused>(await check.RunAsync(Call("1"), "https://x.example", isPrivate: false, Ct));
        await check.RunAsync(Call("2"), "Anna Berg signed the fishing treaty in Oslo.", isPrivate: false, Ct);

        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.Equal("treaty", answer.Citations[0].Article.Id.Value);
        Assert.Equal(ClaimOutcome.Supported, Assert.Single(answer.Claims).Outcome);
        Assert.Equivalent(answer, await bot.Conversations.FindAnswerAsync(answer.Id, Ct));
    }

    [Theory]
    [InlineData(
        "The treaty limits cod catches to 60,000 tons a year.",
        ClaimOutcome.Contradicted,
        "the article says “40,000”, the message “60,000”"
    )]
    [InlineData(
        "Anna Berg did not sign the fishing treaty in Oslo.",
        ClaimOutcome.Contradicted,
        "the article says the opposite, or denies it"
    )]
    [InlineData("The treaty limits herring catches to 40,000 tons a year.", ClaimOutcome.NotTold, null)]
    [InlineData("Foreign Minister Lavrov sent tanks to Oslo.", ClaimOutcome.NotTold, null)]
    [InlineData("She signed the fishing treaty in Oslo on Friday.", ClaimOutcome.NotTold, "another sentence says whom or what “She” means")]
    [InlineData("The city of Bergen signed the fishing treaty in Oslo.", ClaimOutcome.NotTold, null)]
    public async Task A_claim_is_contradicted_only_by_what_tells_the_same(string claim, ClaimOutcome outcome, string? remark)
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);

        await bot.Get<FactCheckCommand>().RunAsync(Call("1"), claim, isPrivate: true, Ct);

        var found = Assert.Single(Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer.Claims);
        Assert.Equal((outcome, remark ?? found.Remark), (found.Outcome, found.Remark));
    }

    [Fact]
    public async Task A_question_is_asked_and_not_checked()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);

        await bot.Get<FactCheckCommand>().RunAsync(Call("1"), "Who signed the fishing treaty in Oslo?", isPrivate: true, Ct);

        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.Empty(answer.Claims);
        Assert.Contains("Anna Berg", answer.Sentences[0].Text, StringComparison.Ordinal);
    }
}
