using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>A fake Slack without limits.</summary>
/// <param name="Slack">The server.</param>
/// <param name="Channels">Of its workspace; all have the bot.</param>
/// <param name="Readers">Members of the workspace.</param>
internal sealed record SlackRoom(FakeSlackServer Slack, IReadOnlyList<FakeChannel> Channels, IReadOnlyList<FakeUser> Readers)
{
    public static async Task<SlackRoom> StartAsync(int channels, int readers, CancellationToken cancellationToken)
    {
        var slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions { RateLimits = new RateLimitOptions { Enabled = false } },
            cancellationToken
        );
        FakeUser[] people = [.. Enumerable.Range(0, readers).Select(i => slack.World.AddUser($"reader-{i}"))];
        return new SlackRoom(slack, [.. Enumerable.Range(0, channels).Select(i => slack.World.AddChannel($"desk-{i}"))], people);
    }
}
