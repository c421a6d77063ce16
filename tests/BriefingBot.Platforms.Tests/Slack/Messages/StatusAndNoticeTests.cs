using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

/// <summary>What is shown before an answer, and to its asker alone.</summary>
public sealed class StatusAndNoticeTests : AnswerStreamTest
{
    [Fact]
    public async Task The_status_tells_what_is_done_and_goes_when_only_the_asker_is_told()
    {
        var (message, question, _) = Ask();

        await Adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        await Adapter.ShowAsync(question, new ChatProgress("Reading 12 passages", null, true), Cancellation);
        var shown = Slack.World.StatusOf(message)!;
        await Adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken."), Cancellation);

        Assert.Equal("is reading 12 passages...", shown.Status);
        Assert.Equal(["Reading 12 passages..."], shown.LoadingMessages);
        Assert.Null(Slack.World.StatusOf(message));
        Assert.Equal("Broken.", (await Slack.Record.WaitForEphemeralAsync(Ada, cancellationToken: Cancellation)).VisibleText);
    }

    [Fact]
    public async Task Talk_that_may_be_no_question_shows_no_status_before_it_is_understood()
    {
        var message = Slack.World.Post(Ada, Channel, "Well, well.");
        var question = Adapter.QuestionOf(message, ChatQuestionKind.FollowUp);

        await Adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        Assert.Empty(Slack.Record.Statuses);
        await Adapter.ShowAsync(question, new ChatProgress("Reading 3 passages", null, true), Cancellation);
        Assert.NotNull(Slack.World.StatusOf(message));
    }

    [Theory]
    [InlineData("chat.postEphemeral", WebApiFaultKind.Error, "user_not_in_channel")]
    [InlineData("assistant.threads.setStatus", WebApiFaultKind.Error, "channel_type_not_supported")]
    [InlineData("assistant.threads.setStatus", WebApiFaultKind.DropTcp, null)]
    public async Task A_notice_arrives_whatever_fails_beside_it(string method, WebApiFaultKind kind, string? error)
    {
        var (message, question, _) = Ask();
        Slack.Faults.Add(new WebApiFault(kind, method, 3) { Error = error ?? "internal_error" });
        await Adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);

        await Adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken."), Cancellation);

        Assert.Single(Slack.Record.BotMessages, static posted => posted.VisibleText == "Broken.");
        Assert.Equal(method == "chat.postEphemeral", Slack.Record.AnswersTo(message).Count == 1);
    }
}
