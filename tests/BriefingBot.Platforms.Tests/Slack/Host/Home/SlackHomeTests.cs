using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Home;

/// <summary>What shows without being asked for, the same in both modes.</summary>
public abstract class SlackHomeTests(SlackNewsroom newsroom)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_home_tab_has_the_newest_coverage_and_how_to_ask()
    {
        var user = newsroom.AddUser();

        newsroom.Slack.World.OpenHome(user);
        var home = await newsroom.Slack.Record.WaitForHomeAsync(user, cancellationToken: Cancellation);

        Assert.Contains("FM Cho discusses Russia-N.K. treaty", home.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing ask", home.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("passages", home.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("reindex", home.VisibleText, StringComparison.Ordinal);
        Assert.Empty(newsroom.Slack.Record.Violations);
    }

    [Fact]
    public async Task The_home_tab_of_an_admin_has_the_index_and_what_found_no_answer()
    {
        var admin = newsroom.AddUser(UserRole.PrimaryOwner);
        var gap = newsroom.Slack.World.Mention(
            newsroom.AddUser(),
            newsroom.AddChannel(),
            "Who won the 2022 football world cup final in Qatar?"
        );
        var secret = newsroom.Slack.World.SendDirectMessage(
            newsroom.AddUser(),
            "Who sold the lighthouse of Port Sorrow to the count of Monte Verde?"
        );
        await newsroom.Slack.Record.WaitForAnswerAsync(gap, cancellationToken: Cancellation);
        await newsroom.Slack.Record.WaitForAnswerAsync(secret, cancellationToken: Cancellation);

        newsroom.Slack.World.OpenHome(admin);
        var home = await newsroom.Slack.Record.WaitForHomeAsync(admin, cancellationToken: Cancellation);

        Assert.Contains("5 articles (2 undated)", home.VisibleText, StringComparison.Ordinal);
        Assert.Contains("> Who won the 2022 football world cup final in Qatar?", home.VisibleText, StringComparison.Ordinal);
        Assert.Contains("> A question that was asked privately", home.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("Monte Verde", home.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing reindex", home.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agent_pane_offers_questions_that_the_coverage_answers()
    {
        var user = newsroom.AddUser();

        newsroom.Slack.World.OpenHome(user, "messages");
        await newsroom.Slack.Record.WaitUntilAsync(() => Offered(user) is not null, cancellationToken: Cancellation);
        var offered = Offered(user)!;

        Assert.True(offered.IsShown);
        Assert.Null(offered.ThreadTs);
        Assert.Equal(4, offered.Prompts.Count);
        foreach (var (_, message) in offered.Prompts)
        {
            var answer = await newsroom.Slack.Record.WaitForAnswerAsync(
                newsroom.Slack.World.SendDirectMessage(user, message),
                cancellationToken: Cancellation
            );
            Assert.Contains("*Sources*", answer.VisibleText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Invited_to_a_channel_it_says_once_what_it_is_for()
    {
        var channel = newsroom.Slack.World.AddChannel($"new-{Guid.NewGuid():N}"[..20], withBot: false);
        var user = newsroom.AddUser();

        newsroom.Slack.World.Join(newsroom.Slack.Bot, channel, user);
        var greeting = await newsroom.Slack.Record.WaitForMessageAsync(
            message => message.Channel == channel,
            cancellationToken: Cancellation
        );
        newsroom.Slack.World.Leave(newsroom.Slack.Bot, channel);
        newsroom.Slack.World.Join(newsroom.Slack.Bot, channel, user);
        newsroom.Slack.World.Join(user, channel);
        await newsroom.Slack.Record.WaitForAnswerAsync(
            newsroom.Slack.World.Mention(user, channel, SlackNewsroom.Question),
            cancellationToken: Cancellation
        );

        Assert.Contains("Mention me with a question", greeting.VisibleText, StringComparison.Ordinal);
        Assert.Single(newsroom.Slack.Record.BotMessages, message => message.Channel == channel && message.ThreadTs is null);
    }

    private SuggestedPrompts? Offered(FakeUser user) =>
        newsroom.Slack.Record.Prompts.FirstOrDefault(prompts => prompts.Channel.User == user);
}
