using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>A fake Slack that sends its signed requests to the receiver.</summary>
public abstract class SlackHttpTest
{
    private protected const string Events = "/slack/events";
    private protected const string Json = "application/json";
    private protected const string Form = "application/x-www-form-urlencoded";

    private protected static readonly FakeSlackOptions Quick = new()
    {
        AckDeadline = TimeSpan.FromSeconds(2),
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)],
    };

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static SlackDelivery One(SlackHost host, SlackDeliveryKind kind) =>
        Assert.Single(host.Received, delivery => delivery.Kind == kind);

    private protected static async Task<(FakeSlackServer Slack, SlackHost Host, FakeUser Ada, FakeChannel Channel)> StartAsync()
    {
        var slack = await FakeSlackServer.StartAsync(Quick, Cancellation);
        var host = await SlackHost.StartAsync(slack.SigningSecret, Cancellation);
        slack.Push.UseHttp(host.Address);
        return (slack, host, slack.World.AddUser("ada"), slack.World.AddChannel("general"));
    }
}
