using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack;

/// <summary>The server on its own, with one channel and two people, for a bot to be tried by hand.</summary>
internal static class FakeSlackProgram
{
    public static async Task RunAsync(int port)
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { Port = port });
        slack.World.AddUser("ada");
        slack.World.AddUser("olga", UserRole.Owner);
        slack.World.AddChannel("general");
        Console.WriteLine($"Fake Slack listens. API: {slack.ApiAddress}  bot token: {slack.BotToken}  app token: {slack.AppToken}");
        Console.WriteLine($"For signed HTTP: signing secret {slack.SigningSecret}");
        Console.WriteLine(
            $"Ask: curl {slack.BaseAddress}_fake/message --json '{{\"user\":\"ada\",\"mention\":true,\"text\":\"what is new?\"}}'"
        );
        Console.WriteLine($"Read: curl {slack.BaseAddress}_fake/answers   More: curl {slack.BaseAddress}");
        await slack.WaitForShutdownAsync(CancellationToken.None);
    }
}
