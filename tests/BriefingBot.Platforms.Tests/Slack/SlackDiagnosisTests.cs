using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack;

public sealed class SlackDiagnosisTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_is_well()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        slack.World.AddChannel("general");

        var findings = await ExamineAsync(slack);

        Assert.All(findings, static finding => Assert.True(finding.IsFine, finding.Detail));
        Assert.Contains(
            findings,
            static finding => finding.Detail.Contains("@briefingbot in the workspace Newsroom", StringComparison.Ordinal)
        );
        Assert.Contains(findings, static finding => finding.Detail.Contains("#general", StringComparison.Ordinal));
        Assert.Equal(0, slack.Record.Counters.Connections);
    }

    [Fact]
    public async Task Scopes_that_are_missing_are_named_with_what_they_are_for()
    {
        FakeSlackOptions granted = new();
        await using var slack = await FakeSlackServer.StartAsync(
            granted with
            {
                Scopes = [.. granted.Scopes.Where(static scope => scope is not ("commands" or "channels:history"))],
            },
            Cancellation
        );

        var finding = Assert.Single(
            await ExamineAsync(slack),
            static finding => finding.Detail.Contains("lacks", StringComparison.Ordinal)
        );

        Assert.False(finding.IsFine);
        Assert.Equal(
            "the bot token lacks channels:history (follow-ups in threads of public channels), commands (/briefing and "
                + "the message shortcut).",
            finding.Detail
        );
        Assert.Contains("Bot Token Scopes", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_token_that_is_refused_ends_it_with_what_to_do()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

        var finding = Assert.Single(await ExamineAsync(slack, static options => options.BotToken = "xoxb-wrong"));

        Assert.False(finding.IsFine);
        Assert.Contains("invalid_auth", finding.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-wrong", finding.Detail + finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_level_token_that_is_refused_and_a_bot_in_no_channel_are_found()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

        var findings = await ExamineAsync(slack, static options => options.AppToken = "xapp-wrong");

        Assert.Equal(2, findings.Count(static finding => !finding.IsFine));
        Assert.Contains(findings, static finding => finding.Advice?.Contains("connections:write", StringComparison.Ordinal) == true);
        Assert.Contains(findings, static finding => finding.Advice?.Contains("/invite @briefingbot", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Signed_HTTP_opens_no_socket_and_a_question_that_fails_is_a_finding()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "users.conversations") { Error = "missing_scope" });

        var findings = await ExamineAsync(slack, static options => options.Mode = SlackMode.Http);

        Assert.DoesNotContain(slack.Record.Calls, static call => call.Method == "apps.connections.open");
        Assert.Contains(
            findings,
            static finding => finding is { IsFine: true } && finding.Detail.Contains("signed HTTP", StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            static finding => finding is { IsFine: false } && finding.Detail.Contains("missing_scope", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_to_find()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

        Assert.True(Assert.Single(await ExamineAsync(slack, static options => options.BotToken = null)).IsFine);
        Assert.Equal(0, slack.Record.Counters.Calls);
    }

    private static async Task<IReadOnlyList<SlackFinding>> ExamineAsync(FakeSlackServer slack, Action<SlackOptions>? configure = null)
    {
        SlackOptions options = new()
        {
            BotToken = slack.BotToken,
            AppToken = slack.AppToken,
            ApiBaseUrl = slack.ApiAddress.ToString(),
        };
        configure?.Invoke(options);
        using TestLog log = new();
        using var http = SlackClient.CreateHttp();
        return await new SlackDiagnosis(
            options,
            SlackClient.CreateWebApi(http, options, new WebApiTimings(), TimeProvider.System, log.Factory)
        ).ExamineAsync(Cancellation);
    }
}
