using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

/// <summary>The adapter on a fake Slack, and an answer of three sentences to post.</summary>
public abstract class AnswerStreamTest : IAsyncLifetime
{
    private protected const string First = "Seoul and Tokyo signed a treaty on *fish* in Busan.";
    private protected const string Second = "The treaty takes effect in May [sic] & lasts 10 years.";
    private protected const string Third = "Nobody from Pyongyang was asked.";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected DataFolder Data { get; } = new();

    private protected FakeSlackServer Slack { get; private set; } = null!;

    private protected SlackAdapter Adapter { get; set; } = null!;

    private protected FakeChannel Channel { get; set; } = null!;

    private protected FakeUser Ada { get; private set; } = null!;

    public ValueTask InitializeAsync() => StartAsync(new FakeSlackOptions());

    public async ValueTask DisposeAsync()
    {
        await Adapter.DisposeAsync();
        await Slack.DisposeAsync();
        Data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The mark of a citation, in a message.</summary>
    private protected static string Mark(int n, string sentence) =>
        $@"[\[{n}\]](https://briefing.example.org/articles/a{n}?revision=1&start=0&end={sentence.Length}#p0)";

    private protected (FakeMessage Message, ChatQuestion Question, ChatAnswer Answer) Ask()
    {
        var message = Slack.World.Post(Ada, Channel, "Who signed what?");
        var question = Adapter.QuestionOf(message);
        return (message, question, SlackAdapter.AnswerOf(question, First, Second, Third));
    }

    private protected FakeMessage AssertOne(FakeMessage question)
    {
        var one = Assert.Single(Slack.Record.AnswersTo(question), static message => !message.IsDeleted);
        Assert.False(one.IsStreaming);
        Assert.Empty(one.Pings);
        Assert.Empty(Slack.Record.Violations);
        return one;
    }

    private protected static void AssertWhole(FakeMessage message)
    {
        string text = message.VisibleText;
        Assert.Equal(2, text.Split("Seoul and Tokyo").Length);
        Assert.Equal(2, text.Split("takes effect").Length);
        Assert.Equal(2, text.Split("Nobody from Pyongyang").Length);
        Assert.Equal(6, message.Links().Count);
        Assert.Contains("\n*Sources*\n[1] <https://briefing.example.org/articles/a1?", text, StringComparison.Ordinal);
        Assert.Contains("February 28, 2026", text, StringComparison.Ordinal);
        Assert.Equal(["feedback", "passages"], message.Buttons());
    }

    private protected async ValueTask StartAsync(FakeSlackOptions options)
    {
        Slack = await FakeSlackServer.StartAsync(options, Cancellation);
        Channel = Slack.World.AddChannel("general");
        Ada = Slack.World.AddUser("ada");
        Adapter = await SlackAdapter.StartAsync(Slack, Data, Cancellation);
    }

    private protected async Task RestartAsync(FakeSlackOptions options)
    {
        await Adapter.DisposeAsync();
        await Slack.DisposeAsync();
        await StartAsync(options);
    }
}
