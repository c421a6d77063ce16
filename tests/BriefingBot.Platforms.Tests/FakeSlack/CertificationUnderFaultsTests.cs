using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The official client goes on through what the fake server does to it.</summary>
public sealed class CertificationUnderFaultsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_lives_through_refreshes_and_cuts_and_gets_every_event()
    {
        // The client waits before it connects again; the retries have to outlast that, and do not have to take minutes.
        FakeSlackOptions options = new() { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)] };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using OfficialClient client = await OfficialClient.ConnectAsync(slack, isHttp: false, Cancel);

        foreach (
            SocketFault fault in (SocketFault[])[SocketFault.RefreshRequested, SocketFault.DropTcp, SocketFault.Warning, SocketFault.Close]
        )
        {
            int last = slack.Sockets.Connected[^1];
            slack.Sockets.Inject(fault);
            FakeMessage question = slack.World.Mention(ada, channel, $"after {fault}");
            await slack.Sockets.WaitForNewConnectionAsync(last, cancellationToken: Cancel);
            FakeMessage answer = await slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancel);
            Assert.Contains($"after {fault}", answer.VisibleText, StringComparison.Ordinal);
        }

        Assert.NotEqual(0, slack.Record.Counters.Retries);
        Assert.Equal(0, slack.Record.Counters.FailedDeliveries);
    }

    [Fact]
    public async Task The_official_client_gets_every_event_while_sockets_acks_and_calls_fail_by_chance()
    {
        FakeSlackOptions options = new()
        {
            RateLimits = new RateLimitOptions { Enabled = false },
            AckDeadline = TimeSpan.FromMilliseconds(500),
            RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3)],
        };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using OfficialClient client = await OfficialClient.ConnectAsync(slack, isHttp: false, Cancel);
        slack.Faults.Randomize(
            new RandomFaults(Seed: 5)
            {
                WebApiRate = 0.1,
                WebApi = [WebApiFaultKind.ServerError, WebApiFaultKind.Delay],
                Methods = ["chat.postMessage"],
                SocketRate = 0.05,
                MaxSocketFaults = 2,
                DuplicateRate = 0.2,
                LostAckRate = 0.2,
            }
        );
        List<FakeMessage> questions = [];
        for (int batch = 0; batch < 3; batch++)
        {
            FakeMessage[] asked =
            [
                .. Enumerable.Range(0, 10).Select(number => slack.World.Mention(ada, channel, $"question {batch}.{number}")),
            ];
            foreach (FakeMessage question in asked)
            {
                await slack.Record.WaitForAnswerAsync(question, timeout: TimeSpan.FromSeconds(20), cancellationToken: Cancel);
            }

            questions.AddRange(asked);
        }

        // It answers what comes again a second time: to know better is the bot's own work.
        await slack.Record.WaitUntilAsync(
            () => questions.Exists(question => slack.Record.AnswersTo(question).Count > 1),
            cancellationToken: Cancel
        );
        Assert.NotEqual(0, slack.Record.Counters.LostAcks);
        Assert.NotEqual(0, slack.Record.Counters.Duplicates);
        Assert.NotEqual(0, slack.Record.Counters.Retries);
    }

    [Fact]
    public async Task The_official_client_waits_as_long_as_it_is_told_and_gives_up_on_a_bad_token()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using OfficialClient client = await OfficialClient.ConnectAsync(slack, isHttp: false, Cancel);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "chat.postMessage"));
        FakeMessage question = slack.World.Mention(ada, channel, "what is new?");
        await slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancel);
        Assert.Single(slack.Record.AnswersTo(question));
        Assert.Equal(1, slack.Record.Counters.RateLimited);

        await using OfficialClient stranger = await OfficialClient.StartAsync(slack, isHttp: false, Cancel, appToken: "xapp-other");
        JsonObject failed = await stranger.WaitForAsync("startFailed", Cancel);
        Assert.Equal("invalid_auth", failed["code"]!.GetValue<string>());
    }
}
