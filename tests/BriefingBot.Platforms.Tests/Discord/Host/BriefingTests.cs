using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>What the bot says by itself on Discord.</summary>
public sealed class BriefingTests : IAsyncLifetime
{
    private const string Link = "https://briefing.example.org/articles/";
    private readonly DataFolder _data = new();
    private GrowingCoverage _coverage = null!;
    private FakeDiscord _discord = null!;
    private FakeChannel _channel = null!;
    private FakeUser _admin = null!;
    private FakeUser _reader = null!;
    private RunningBot _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _coverage = new GrowingCoverage(_data);
        _discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        _channel = _discord.World.AddGuild("Newsroom").AddTextChannel("general");
        _admin = _discord.World.AddUser("chief");
        _reader = _discord.World.AddUser("reader");
        _channel.Guild!.AddMember(_admin, _channel.Guild.AddRole("managers", Permissions.ManageGuild));
        _channel.Guild.AddMember(_reader);
        _bot = await BotOnDiscord.StartAsync(
            _discord,
            _data,
            Cancellation,
            ("Coverage:Paths:0", _coverage.Path),
            ("Subscriptions:AlertLines", "4")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_briefing_comes_to_the_channel_when_it_is_due_once_with_the_rest_behind_a_button()
    {
        var refused = await AnswerAsync(_reader, "brief schedule", ("when", "weekdays 8:30"));
        var wrong = await AnswerAsync(_admin, "brief schedule", ("when", "weekdays"));
        var nowhere = await AnswerAsync(_admin, "brief schedule", ("when", "daily 7:00"), ("zone", "Mars/Olympus"));
        var set = await AnswerAsync(_admin, "brief schedule", ("when", "weekdays 8:30"), ("zone", "berlin"));
        Assert.Contains("Only administrators", refused.VisibleText, StringComparison.Ordinal);
        Assert.Contains("does not say when. Write for example: weekdays 8:30", wrong.VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            "not a time zone that I know. Write its IANA name, for example Europe/Berlin",
            nowhere.VisibleText,
            StringComparison.Ordinal
        );
        Assert.Contains("Europe/Berlin", set.VisibleText, StringComparison.Ordinal);
        Assert.Matches("Next: \\w+day, .*08:30; \\w+day, .*08:30; \\w+day, .*08:30", set.VisibleText);
        Assert.Contains(
            "brief schedule weekdays 8:30 berlin: set",
            _data.Query($"SELECT action || ': ' || outcome FROM audit WHERE user_id = '{_admin.Id}'")
        );

        _coverage.WriteMany(7);
        _coverage.Write(
            "old",
            "Council opens library",
            "The council opened the new library on the market square on Tuesday, it corrected."
        );
        await ReindexAsync();
        var now = await AnswerAsync(_reader, "brief now");
        Assert.True(now.IsEphemeral);
        Assert.StartsWith("**Briefing: 7 new articles since ", now.VisibleText, StringComparison.Ordinal);

        MakeDue();
        var briefing = await PostedAsync(static message =>
            message.VisibleText.StartsWith("**Briefing: 7 new articles since ", StringComparison.Ordinal)
        );
        Assert.Contains(Link, briefing.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("library", briefing.VisibleText, StringComparison.Ordinal);
        var more = await WaitAsync(_discord.Interactions.ClickButton(_reader, briefing, ButtonOf(briefing, "news:")));
        Assert.True(more.IsEphemeral);
        Assert.DoesNotContain("news:", more.Components.ToJsonString(), StringComparison.Ordinal);
        string all = briefing.VisibleText + more.VisibleText;
        foreach (string thing in new[] { "bridge", "tram", "harbor", "museum", "school", "airport", "theater" })
        {
            Assert.Single(all.Split("[The ").Skip(1), part => part.StartsWith(thing, StringComparison.Ordinal));
        }

        // It is due again with nothing new, and with something.
        MakeDue();
        await SettledAsync();
        _coverage.Write("late", "Ferry runs aground", "A ferry ran aground off Tessel early on Saturday with forty people aboard.");
        await ReindexAsync();
        MakeDue();
        var next = await PostedAsync(static message =>
            message.VisibleText.StartsWith("**Briefing: 1 new article since ", StringComparison.Ordinal)
        );
        Assert.Contains("Ferry runs aground", next.VisibleText, StringComparison.Ordinal);
        Assert.Equal(
            2,
            _discord.Record.BotMessages.Count(message =>
                message.Channel == _channel
                && message.VisibleText.StartsWith("**Briefing", StringComparison.Ordinal)
                && !message.IsEphemeral
            )
        );

        Assert.Contains("Removed 1", (await AnswerAsync(_admin, "brief off")).VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            "No briefing is scheduled for this channel",
            (await AnswerAsync(_reader, "brief show")).VisibleText,
            StringComparison.Ordinal
        );
        Assert.Empty(_discord.Record.Violations);
    }

    [Fact]
    public async Task Who_follows_something_is_told_once_of_what_is_new_and_why()
    {
        var direct = _discord.World.DirectMessageWith(_reader);
        Assert.Contains(
            "Only administrators",
            (await AnswerAsync(_reader, "follow topic", ("topic", "floods"))).VisibleText,
            StringComparison.Ordinal
        );
        var channel = await AnswerAsync(_admin, "follow topic", ("topic", "floods"));
        Assert.Contains("*topic* floods", channel.VisibleText, StringComparison.Ordinal);
        await WaitAsync(
            _discord.Interactions.InvokeCommand(
                _reader,
                direct,
                "follow outlet",
                new Dictionary<string, object> { ["filter"] = "harbor herald" }
            )
        );
        await AnswerAsync(_admin, "follow author", ("words", "Ann Lee"));
        await AnswerAsync(_admin, "follow quiet", ("hours", "22:00-07:00"), ("zone", "Atlantis/Lost"));
        var outlets = _discord.Interactions.Autocomplete(_reader, _channel, "sources", "filter", "harb");
        await _discord.Record.WaitUntilAsync(() => outlets.Choices is not null, cancellationToken: Cancellation);
        Assert.Equal("Harbor Herald", Assert.Single(outlets.Choices!)!["value"]!.GetValue<string>());
        Assert.Contains("*author* Ann Lee", (await AnswerAsync(_reader, "following")).VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            "follow topic floods: set",
            _data.Query($"SELECT action || ': ' || outcome FROM audit WHERE user_id = '{_admin.Id}'")
        );

        _coverage.Write("flood", "Floods cut off Tessel", "Floods cut off the island of Tessel on Friday after two days of rain.");
        _coverage.Write("tax", "Parliament cuts tax", "Parliament cut the tax on bicycles on Friday, it was reported.");
        await ReindexAsync();
        var alert = await PostedAsync(static message => message.VisibleText.StartsWith("**Alert**", StringComparison.Ordinal));
        Assert.Equal(["", MessageFlags.IsComponentsV2.ToString()], [alert.Content, alert.Flags.ToString()]);
        Assert.Contains("\n*follows topic: floods*", alert.VisibleText, StringComparison.Ordinal);
        Assert.Contains("[Floods cut off Tessel](", alert.VisibleText, StringComparison.Ordinal);
        Assert.Contains(Link, alert.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("tax", alert.VisibleText, StringComparison.Ordinal);
        var own = await _discord.Record.WaitForMessageAsync(
            message => message.Channel == direct && message.VisibleText.StartsWith("**Alert: 2 new articles**", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );
        Assert.Contains("follows outlet: harbor herald", own.VisibleText, StringComparison.Ordinal);

        // A revision is nothing new; the next article is, when the pause after an alert is over.
        _coverage.Write(
            "flood",
            "Floods cut off Tessel",
            "Floods cut off the island of Tessel on Friday after three days of rain, it corrected."
        );
        _discord.Faults.Add(
            new RestFault(RestFaultKind.ErrorStatus, "POST /channels/{channel_id}/messages") { Status = 400, Channel = _channel }
        );
        _coverage.Write(
            "museum",
            "Museum opens its cellar again",
            "The museum of Bergen opens its cellar in October, a year after floods ruined it. The floods had cost nine "
                + "million crowns, its curator said.",
            "2024-09-30"
        );
        await ReindexAsync();
        _data.Execute("UPDATE follower SET alerted = 0");
        var next = await PostedAsync(static message =>
            message.VisibleText.StartsWith("**Alert**", StringComparison.Ordinal)
            && message.VisibleText.Contains("Museum", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Tessel", next.VisibleText, StringComparison.Ordinal);

        // Refused as a card, it says the same as text.
        Assert.Equal(next.Content, next.VisibleText);
        Assert.Matches("^\\*\\*Alert\\*\\*\n\n\\*\\*\\[Museum opens its cellar again\\]\\(.*\n\\*follows topic: floods\\*$", next.Content);

        Assert.Contains("Removed 2", (await AnswerAsync(_admin, "unfollow", ("words", "all"))).VisibleText, StringComparison.Ordinal);
        Assert.Equal(
            2,
            _discord.Record.BotMessages.Count(message =>
                message.Channel == _channel && message.VisibleText.StartsWith("**Alert", StringComparison.Ordinal)
            )
        );
        Assert.Empty(_discord.Record.Violations);
    }

    [Fact]
    public async Task What_an_alert_has_no_room_for_is_behind_a_button()
    {
        await AnswerAsync(_admin, "follow outlet", ("filter", "Harbor Herald"));
        _coverage.WriteMany(7);
        await ReindexAsync();

        var alert = await PostedAsync(static message =>
            message.VisibleText.StartsWith("**Alert: 7 new articles**", StringComparison.Ordinal)
        );
        var more = await WaitAsync(_discord.Interactions.ClickButton(_reader, alert, ButtonOf(alert, "alert:")));

        Assert.True(more.IsEphemeral);
        Assert.DoesNotContain("alert:", more.Components.ToJsonString(), StringComparison.Ordinal);
        string all = alert.VisibleText + more.VisibleText;
        foreach (string thing in GrowingCoverage.Things.Take(7))
        {
            Assert.Single(all.Split("[The ").Skip(1), part => part.StartsWith(thing, StringComparison.Ordinal));
        }

        Assert.Empty(_discord.Record.Violations);
    }

    /// <summary>As if its time had come a minute ago.</summary>
    private void MakeDue() =>
        _data.Execute("UPDATE briefing_schedule SET cron = '* * * * *', due = (CAST(strftime('%s', 'now') AS INTEGER) / 60 - 1) * 60000");

    /// <summary>Waits until somebody has dealt with what is due.</summary>
    private async Task SettledAsync()
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (_data.Query("SELECT number FROM briefing_schedule WHERE due <= CAST(strftime('%s', 'now') AS INTEGER) * 1000").Count > 0)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }

    private async Task ReindexAsync() =>
        await _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeCommand(_admin, _channel, "reindex", new Dictionary<string, object>()),
            static message => message.VisibleText.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );

    private Task<FakeMessage> PostedAsync(Func<FakeMessage, bool> fits) =>
        _discord.Record.WaitForMessageAsync(
            message => message.Channel == _channel && !message.IsEphemeral && fits(message),
            TimeSpan.FromSeconds(60),
            Cancellation
        );

    private Task<FakeMessage> AnswerAsync(FakeUser user, string command, params (string Name, object Value)[] options) =>
        WaitAsync(
            _discord.Interactions.InvokeCommand(
                user,
                _channel,
                command,
                options.ToDictionary(static option => option.Name, static option => option.Value)
            )
        );

    private Task<FakeMessage> WaitAsync(FakeInteraction interaction) =>
        _discord.Record.WaitForAnswerAsync(interaction, cancellationToken: Cancellation);

    private static string ButtonOf(FakeMessage message, string start) =>
        message.Components.ToJsonString().Split('"').Single(text => text.StartsWith(start, StringComparison.Ordinal));
}
