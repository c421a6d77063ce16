using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Platforms.Tests.Slack;
using BriefingBot.Platforms.Tests.Slack.Messages;
using BriefingBot.Slack;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>
/// Five thousand broken deliveries: each is told off without an error, so that Slack does not send it again, and the next good one is
/// taken.
/// </summary>
public sealed class SlackFuzzTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly DataFolder _data = new();
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Broken_deliveries_of_all_kinds_are_taken_without_an_error()
    {
        FakeSlackOptions options = new()
        {
            Scopes = Manifest.Socket.Scopes,
            BotEvents = Manifest.Socket.BotEvents,
            RateLimits = new RateLimitOptions { Enabled = false },
        };
        await using var slack = await FakeSlackServer.StartAsync(options, Cancellation);
        var channel = slack.World.AddChannel("general");
        var ada = slack.World.AddUser("ada");
        await using var adapter = await SlackAdapter.StartAsync(slack, _data, Cancellation);
        var inbound = adapter.Get<SlackInbound>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await RunAsync(
            inbound,
            SlackDeliveryKind.EventsApi,
            new MutatedJson(11, SlackEvents.Events(slack.TeamId, channel.Id, ada.Id)),
            3000,
            stop.Token
        );
        await RunAsync(
            inbound,
            SlackDeliveryKind.SlashCommand,
            new MutatedJson(12, SlackEvents.Commands(slack.TeamId, channel.Id, ada.Id)),
            800,
            stop.Token
        );
        await RunAsync(
            inbound,
            SlackDeliveryKind.Interactive,
            new MutatedJson(13, SlackEvents.Interactions(slack.TeamId, channel.Id, ada.Id)),
            1200,
            stop.Token
        );

        // What is still to be shown to somebody who is not there would take minutes.
        await stop.CancelAsync();

        Assert.Empty(_found);
        Assert.DoesNotContain(adapter.Log.Lines, static line => UnexpectedErrors.IsOne(line));
    }

    private async Task RunAsync(
        SlackInbound inbound,
        SlackDeliveryKind kind,
        MutatedJson inputs,
        int count,
        CancellationToken cancellationToken
    )
    {
        for (int i = 0; i < count; i++)
        {
            var input = inputs.Next();
            long started = Stopwatch.GetTimestamp();
            var error = await Record.ExceptionAsync(() =>
                inbound.ReceiveAsync(new SlackDelivery(kind, input), cancellationToken).WaitAsync(Longest, cancellationToken)
            );
            UnexpectedErrors.Keep(_found, $"{kind} {i}", error, input.GetRawText());
            Assert.True(Stopwatch.GetElapsedTime(started) < Longest);
        }
    }
}
