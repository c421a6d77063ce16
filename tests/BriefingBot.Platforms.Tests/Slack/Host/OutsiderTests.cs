using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>People of other workspaces, met in a shared channel, and guests.</summary>
public sealed class OutsiderTests : IAsyncLifetime
{
    private const string MembersOfWorkspace = "people from my own workspace or organization";
    private const string NoGuests = "full members of the workspace";
    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _member = null!;
    private FakeUser _external = null!;
    private FakeUser _guest = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions { Scopes = Manifest.Socket.Scopes, BotEvents = Manifest.Socket.BotEvents },
            Cancellation
        );
        _channel = _slack.World.AddChannel("shared");
        _member = _slack.World.AddUser("member");
        _external = _slack.World.AddExternalUser("external");
        _guest = _slack.World.AddUser("guest", UserRole.SingleChannelGuest);
        _slack.World.Join(_external, _channel);
        _slack.World.Join(_guest, _channel);
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task People_of_other_workspaces_and_guests_are_answered_in_streams_that_name_their_workspace()
    {
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);

        foreach (var person in new[] { _external, _guest, _member })
        {
            await AnswerToAsync(_slack.World.Mention(person, _channel, SlackNewsroom.Question));
        }

        Assert.Equal(
            [(_external.Id, _external.TeamId), (_guest.Id, _slack.TeamId), (_member.Id, _slack.TeamId)],
            _slack
                .Record.CallsOf("chat.startStream")
                .Select(static call =>
                    (call.Arguments["recipient_user_id"]!.GetValue<string>(), call.Arguments["recipient_team_id"]!.GetValue<string>())
                )
        );
        Assert.Empty(_slack.Record.CallsOf("users.info"));
        Assert.NotEqual(_slack.TeamId, _external.TeamId);
    }

    [Fact]
    public async Task A_question_that_is_taken_up_after_a_restart_still_streams_to_the_workspace_of_its_asker()
    {
        FakeMessage question;
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Delay, "chat.startStream") { Duration = TimeSpan.FromMinutes(1) });
            question = _slack.World.Mention(_external, _channel, SlackNewsroom.Question);
            await _slack.Record.WaitUntilAsync(() => _slack.Record.Faults.Count > 0, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        _slack.Faults.Clear();
        await using var next = BotOnSlack.Launch(_slack, _data);
        await AnswerToAsync(question);

        Assert.Equal(_external.TeamId, _slack.Record.CallsOf("chat.startStream")[^1].Arguments["recipient_team_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refused_by_the_settings_they_get_a_line_for_themselves_and_members_are_answered()
    {
        await using var bot = await BotOnSlack.StartAsync(
            _slack,
            _data,
            Cancellation,
            ("Slack:ExternalPeople", "Refuse"),
            ("Slack:Guests", "Refuse")
        );
        var asked = _slack.World.Mention(_member, _channel, SlackNewsroom.Question);
        var answer = await AnswerToAsync(asked);

        var ofExternal = _slack.World.Mention(_external, _channel, SlackNewsroom.Question);
        var ofGuest = _slack.World.Mention(_guest, _channel, "hello");
        var toExternal = await _slack.Record.WaitForEphemeralAsync(_external, cancellationToken: Cancellation);
        var toGuest = await _slack.Record.WaitForEphemeralAsync(_guest, cancellationToken: Cancellation);
        var talk = _slack.World.Reply(_guest, asked, SlackNewsroom.OtherQuestion);
        await bot.WaitForLogAsync($"{ofGuest.Ts} has its reply", Cancellation);
        FakeInteraction[] commands =
        [
            _slack.Interactions.Command(_guest, _channel, "/briefing", $"ask {SlackNewsroom.Question}"),
            _slack.Interactions.Command(_guest, _channel, "/briefing", "latest"),
            _slack.Interactions.Click(_guest, answer, "passages"),
        ];

        Assert.Contains(MembersOfWorkspace, toExternal.VisibleText, StringComparison.Ordinal);
        Assert.Contains(NoGuests, toGuest.VisibleText, StringComparison.Ordinal);
        foreach (var command in commands)
        {
            Assert.Contains(
                NoGuests,
                (await _slack.Record.WaitForOutcomeAsync(command, cancellationToken: Cancellation)).VisibleText,
                StringComparison.Ordinal
            );
        }

        await AnswerToAsync(_slack.World.Mention(_member, _channel, SlackNewsroom.OtherQuestion));
        Assert.Empty(_slack.Record.AnswersTo(ofExternal));
        Assert.Empty(_slack.Record.AnswersTo(ofGuest));
        Assert.Single(_slack.Record.BotMessages, message => message.EphemeralTo == _external);
        Assert.DoesNotContain(
            _slack.Record.BotMessages,
            message => message.ThreadTs == talk.ThreadTs && message.Interaction is null && message != answer
        );
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task One_rule_does_not_stand_for_the_other_and_an_admin_by_the_settings_may_always_ask()
    {
        var admin = _slack.World.AddUser("desk", UserRole.Guest);
        _slack.World.Join(admin, _channel);
        await using var bot = await BotOnSlack.StartAsync(
            _slack,
            _data,
            Cancellation,
            ("Slack:Guests", "Refuse"),
            ("Slack:AdminUserIds:0", admin.Id)
        );

        await AnswerToAsync(_slack.World.Mention(_external, _channel, SlackNewsroom.Question));
        await AnswerToAsync(_slack.World.Mention(admin, _channel, SlackNewsroom.Question));
        _slack.World.SendDirectMessage(_guest, SlackNewsroom.Question);
        var refused = await _slack.Record.WaitForMessageAsync(message => message.Channel.User == _guest, cancellationToken: Cancellation);

        Assert.Contains(NoGuests, refused.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_of_other_workspaces_of_the_organization_are_no_external_people_and_their_guests_are_guests()
    {
        await _slack.DisposeAsync();
        _slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions
            {
                Scopes = Manifest.Socket.Scopes,
                BotEvents = Manifest.Socket.BotEvents,
                EnterpriseId = "E0ORG",
            },
            Cancellation
        );
        var channel = _slack.World.AddChannel("shared");
        var colleague = _slack.World.AddColleague("colleague");
        var chief = _slack.World.AddColleague("chief", UserRole.Owner);
        var guest = _slack.World.AddColleague("guest of theirs", UserRole.Guest);
        var external = _slack.World.AddExternalUser("external");
        foreach (var person in new[] { colleague, chief, guest, external })
        {
            _slack.World.Join(person, channel);
        }

        await using var bot = await BotOnSlack.StartAsync(
            _slack,
            _data,
            Cancellation,
            ("Slack:ExternalPeople", "Refuse"),
            ("Slack:Guests", "Refuse")
        );

        await AnswerToAsync(_slack.World.Mention(colleague, channel, SlackNewsroom.Question));
        Assert.Equal(colleague.TeamId, _slack.Record.CallsOf("chat.startStream")[^1].Arguments["recipient_team_id"]!.GetValue<string>());
        var latest = await _slack.Record.WaitForOutcomeAsync(
            _slack.Interactions.Command(colleague, channel, "/briefing", "latest"),
            cancellationToken: Cancellation
        );
        Assert.DoesNotContain(MembersOfWorkspace, latest.VisibleText, StringComparison.Ordinal);
        var reindex = await _slack.Record.WaitForOutcomeAsync(
            _slack.Interactions.Command(chief, channel, "/briefing", "reindex"),
            cancellationToken: Cancellation
        );
        Assert.Contains("Only administrators", reindex.VisibleText, StringComparison.Ordinal);
        _slack.World.Mention(guest, channel, SlackNewsroom.Question);
        _slack.World.Mention(external, channel, SlackNewsroom.Question);
        Assert.Contains(
            NoGuests,
            (await _slack.Record.WaitForEphemeralAsync(guest, cancellationToken: Cancellation)).VisibleText,
            StringComparison.Ordinal
        );
        Assert.Contains(
            MembersOfWorkspace,
            (await _slack.Record.WaitForEphemeralAsync(external, cancellationToken: Cancellation)).VisibleText,
            StringComparison.Ordinal
        );
        Assert.Empty(_slack.Record.Violations);
    }

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _slack.Record.WaitForAnswerAsync(
            question,
            static answer => answer is { IsDeleted: false, Metadata: not null },
            TimeSpan.FromSeconds(60),
            Cancellation
        );
}
