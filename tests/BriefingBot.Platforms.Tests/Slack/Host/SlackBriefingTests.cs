using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>What the bot says by itself on Slack.</summary>
public sealed class SlackBriefingTests : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private GrowingCoverage _coverage = null!;
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _admin = null!;
    private FakeUser _reader = null!;
    private RunningBot _bot = null!;

    private (string, string)[] Settings => [("Coverage:Paths:0", _coverage.Path), ("Subscriptions:AlertLines", "4")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _coverage = new GrowingCoverage(_data);
        _slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions { Scopes = Manifest.Socket.Scopes, BotEvents = Manifest.Socket.BotEvents },
            Cancellation
        );
        _channel = _slack.World.AddChannel("general", ChannelType.Public);
        _admin = _slack.World.AddUser("chief", UserRole.Admin);
        _reader = _slack.World.AddUser("reader");
        _bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_briefing_comes_to_the_channel_when_it_is_due_once_with_the_rest_behind_a_button()
    {
        var refused = await AnswerAsync(_reader, "brief schedule weekdays 8:30");
        var wrong = await AnswerAsync(_admin, "brief schedule now and then");
        var set = await AnswerAsync(_admin, "brief schedule */30 8-18 * * 1-5 Europe/Berlin");
        Assert.Contains("Only administrators", refused.VisibleText, StringComparison.Ordinal);
        Assert.Contains("does not say when. Write for example: weekdays 8:30", wrong.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*/30 8-18 * * 1-5", _data.Query("SELECT cron FROM briefing_schedule"));
        Assert.Contains("Next: ", set.VisibleText, StringComparison.Ordinal);

        _coverage.WriteMany(7);
        await ReindexAsync();
        MakeDue();
        var briefing = await PostedAsync(static message =>
            message.VisibleText.Contains("Briefing: 7 new articles since ", StringComparison.Ordinal)
        );
        var more = await WaitAsync(_slack.Interactions.Click(_reader, briefing, "more"));
        Assert.Equal(_reader, more.EphemeralTo);
        Assert.Empty(more.Buttons());
        string all = briefing.VisibleText + more.VisibleText;
        foreach (string thing in new[] { "bridge", "tram", "harbor", "museum", "school", "airport", "theater" })
        {
            Assert.Contains($"The {thing} ", all, StringComparison.Ordinal);
        }

        Assert.Contains("Removed 1", (await AnswerAsync(_admin, "brief off")).VisibleText, StringComparison.Ordinal);
        Assert.Single(_slack.Record.BotMessages, message => message.Channel == _channel && !message.IsEphemeral);
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task Who_follows_something_is_told_once_of_what_is_new_and_why()
    {
        var direct = _slack.World.DirectMessageWith(_reader);
        Assert.Contains("Only administrators", (await AnswerAsync(_reader, "follow topic floods")).VisibleText, StringComparison.Ordinal);
        Assert.Contains("topic floods", Plain(await AnswerAsync(_admin, "follow topic floods")), StringComparison.Ordinal);
        await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow outlet Harbor Herald"));
        Assert.Contains(
            "22:00-07:00 Europe/Berlin",
            (await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow quiet 22-7 Berlin"))).VisibleText,
            StringComparison.Ordinal
        );
        await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow quiet off"));
        Assert.Contains(
            "outlet Harbor Herald",
            Plain(await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "following"))),
            StringComparison.Ordinal
        );

        _coverage.Write("flood", "Floods cut off Tessel", "Floods cut off the island of Tessel on Friday after two days of rain.");
        await ReindexAsync();
        var alert = await PostedAsync(static message => message.VisibleText.Contains("Alert", StringComparison.Ordinal));
        Assert.Contains("follows topic: floods", alert.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Floods cut off Tessel", alert.VisibleText, StringComparison.Ordinal);
        var own = await _slack.Record.WaitForMessageAsync(
            message => message.Channel == direct && message.VisibleText.Contains("follows outlet: Harbor Herald", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );
        Assert.Contains("Floods cut off Tessel", own.VisibleText, StringComparison.Ordinal);

        Assert.Contains("Removed 1", (await AnswerAsync(_admin, "unfollow topic Floods")).VisibleText, StringComparison.Ordinal);
        Assert.Single(_slack.Record.BotMessages, message => message.Channel == _channel && !message.IsEphemeral);
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task What_an_alert_has_no_room_for_is_behind_a_button()
    {
        var direct = _slack.World.DirectMessageWith(_reader);
        await AnswerAsync(_admin, "follow outlet Harbor Herald");
        await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow outlet Harbor Herald"));
        _coverage.WriteMany(7);
        await ReindexAsync();

        foreach (var place in (FakeChannel[])[_channel, direct])
        {
            var alert = await _slack.Record.WaitForMessageAsync(
                message => message.Channel == place && message.VisibleText.Contains("Alert: 7 new articles", StringComparison.Ordinal),
                TimeSpan.FromSeconds(60),
                Cancellation
            );
            var more = await WaitAsync(_slack.Interactions.Click(_reader, alert, "more"));
            Assert.Empty(more.Buttons());
            foreach (string thing in GrowingCoverage.Things.Take(7))
            {
                Assert.Single((alert.VisibleText + more.VisibleText).Split($"The {thing} ").Skip(1));
            }
        }

        Assert.Empty(_slack.Record.Violations);
    }

    [Theory]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData(WebApiFaultKind.ServerErrorAfterEffect)]
    public async Task An_alert_to_a_person_is_there_once_though_the_answer_to_its_post_was_lost(WebApiFaultKind kind)
    {
        var direct = _slack.World.DirectMessageWith(_reader);
        await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow topic floods"));
        _slack.Faults.Add(new WebApiFault(kind, "chat.postMessage"));
        await WriteAndReindexAsync();

        await SettledAsync();

        Assert.Single(AlertsIn(direct));
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task An_alert_to_a_person_is_there_once_though_the_bot_was_killed_while_it_waited_for_the_answer()
    {
        var direct = _slack.World.DirectMessageWith(_reader);
        await WaitAsync(_slack.Interactions.Command(_reader, direct, "/briefing", "follow topic floods"));
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.TimeoutAfterEffect, "chat.postMessage") { Duration = TimeSpan.FromMinutes(10) });
        await WriteAndReindexAsync();
        await _slack.Record.WaitForMessageAsync(message => IsAlertIn(message, direct), TimeSpan.FromSeconds(60), Cancellation);

        await _bot.KillAsync();
        await _bot.DisposeAsync();
        _bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation, Settings);
        await SettledAsync();

        Assert.Single(AlertsIn(direct));
        Assert.Empty(_slack.Record.Violations);
    }

    private async Task WriteAndReindexAsync()
    {
        _coverage.Write("flood", "Floods cut off Tessel", "Floods cut off the island of Tessel on Friday after two days of rain.");
        await ReindexAsync();
    }

    private static bool IsAlertIn(FakeMessage message, FakeChannel place) =>
        message.Channel == place && message.VisibleText.Contains("Floods cut off Tessel", StringComparison.Ordinal);

    private IEnumerable<FakeMessage> AlertsIn(FakeChannel place) => _slack.Record.BotMessages.Where(message => IsAlertIn(message, place));

    /// <summary>Waits until an alert was made and the bot knows that it is posted.</summary>
    private async Task SettledAsync()
    {
        const string Announcements = "SELECT q.id FROM chat_question q JOIN announcement a ON a.id = q.id";
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (_data.Query(Announcements).Count == 0 || _data.Query($"{Announcements} WHERE q.state < 2").Count > 0)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static string Plain(FakeMessage message) =>
        message.VisibleText.Replace("_", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);

    /// <summary>As if its time had come a minute ago.</summary>
    private void MakeDue() =>
        _data.Execute("UPDATE briefing_schedule SET cron = '* * * * *', due = (CAST(strftime('%s', 'now') AS INTEGER) / 60 - 1) * 60000");

    private Task ReindexAsync() =>
        _slack.Record.WaitForAnswerAsync(
            Command(_admin, "reindex"),
            static message => message.VisibleText.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );

    private Task<FakeMessage> PostedAsync(Func<FakeMessage, bool> fits) =>
        _slack.Record.WaitForMessageAsync(
            message => message.Channel == _channel && !message.IsEphemeral && fits(message),
            TimeSpan.FromSeconds(60),
            Cancellation
        );

    private Task<FakeMessage> AnswerAsync(FakeUser user, string text) => WaitAsync(Command(user, text));

    private FakeInteraction Command(FakeUser user, string text) => _slack.Interactions.Command(user, _channel, "/briefing", text);

    private Task<FakeMessage> WaitAsync(FakeInteraction interaction) =>
        _slack.Record.WaitForOutcomeAsync(interaction, cancellationToken: Cancellation);
}
