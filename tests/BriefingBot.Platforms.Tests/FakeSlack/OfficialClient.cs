using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>@slack/bolt in a process of its own.</summary>
internal sealed class OfficialClient : NodeClient
{
    private OfficialClient(Process process)
        : base(process) { }

    /// <summary>Starts it and waits until events reach it.</summary>
    public static async Task<OfficialClient> ConnectAsync(FakeSlackServer slack, bool isHttp, CancellationToken cancellationToken)
    {
        OfficialClient client = await StartAsync(slack, isHttp, cancellationToken);
        JsonObject ready = await client.WaitForAsync("ready", cancellationToken);
        Assert.Equal(slack.Bot.Id, ready["user"]!.GetValue<string>());
        Assert.Equal(slack.TeamId, ready["team"]!.GetValue<string>());
        if (isHttp)
        {
            slack.Push.UseHttp(new Uri(ready["address"]!.GetValue<string>()));
            Assert.True(await slack.Push.VerifyAddressAsync(cancellationToken));
            Assert.Equal(HttpStatusCode.OK, await slack.Push.CheckSslAsync(cancellationToken));
        }
        else
        {
            await slack.Sockets.WaitForConnectedAsync(cancellationToken: cancellationToken);
        }

        return client;
    }

    /// <summary>Starts it in Socket Mode, or with an HTTP server whose address the event "ready" tells.</summary>
    public static async Task<OfficialClient> StartAsync(
        FakeSlackServer slack,
        bool isHttp,
        CancellationToken cancellationToken,
        string? appToken = null
    )
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["FAKE_SLACK_API"] = slack.ApiAddress.ToString(),
            ["FAKE_SLACK_BOT_TOKEN"] = slack.BotToken,
            ["FAKE_SLACK_APP_TOKEN"] = appToken ?? slack.AppToken,
            ["FAKE_SLACK_SIGNING_SECRET"] = slack.SigningSecret,
            ["FAKE_SLACK_MODE"] = isHttp ? "http" : "socket",
        };
        return new OfficialClient(await StartAsync("FakeSlack", "@slack/bolt", environment, cancellationToken));
    }
}
