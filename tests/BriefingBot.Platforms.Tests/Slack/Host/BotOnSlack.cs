using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Slack;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Starts the real bot, connected to a fake Slack.</summary>
public static class BotOnSlack
{
    private const int Sockets = 2;

    /// <summary>Starts it in Socket Mode without waiting for anything.</summary>
    public static RunningBot Launch(FakeSlackServer slack, DataFolder data, params (string Name, string Value)[] settings) =>
        RunningBot.Launch(
            data,
            [
                ("SLACK_BOT_TOKEN", slack.BotToken),
                ("SLACK_APP_TOKEN", slack.AppToken),
                ("SLACK_SIGNING_SECRET", slack.SigningSecret),
                ("BRIEFINGBOT__Slack__ApiBaseUrl", slack.ApiAddress.ToString()),
                ("BRIEFINGBOT__Slack__ConnectionStagger", "0"),
            ],
            settings
        );

    /// <summary>Starts it in Socket Mode and waits until both sockets stand and the run at start is over.</summary>
    public static async Task<RunningBot> StartAsync(
        FakeSlackServer slack,
        DataFolder data,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] settings
    )
    {
        var bot = Launch(slack, data, settings);
        await bot.WaitForStartAsync(async () =>
        {
            await slack.Sockets.WaitForConnectedAsync(Sockets, RunningBot.Patience, cancellationToken);
            await bot.WaitForLogAsync("Indexed:", cancellationToken);
        });
        return bot;
    }

    /// <summary>
    /// Starts it with its bot token in a file, in either mode, and waits until it takes events and the run at start is over.
    /// </summary>
    public static async Task<RunningBot> StartWithTokenFileAsync(
        FakeSlackServer slack,
        DataFolder data,
        string file,
        SlackMode mode,
        CancellationToken cancellationToken
    )
    {
        var bot = RunningBot.Launch(
            data,
            [
                ("SLACK_APP_TOKEN", slack.AppToken),
                ("SLACK_SIGNING_SECRET", slack.SigningSecret),
                ("BRIEFINGBOT__Slack__ApiBaseUrl", slack.ApiAddress.ToString()),
                ("BRIEFINGBOT__Slack__ConnectionStagger", "0"),
            ],
            [("Slack:BotTokenFile", file), ("Slack:Mode", mode.ToString())]
        );
        await bot.WaitForStartAsync(async () =>
        {
            if (mode == SlackMode.Http)
            {
                slack.Push.UseHttp(await bot.GetAddressAsync(cancellationToken));
                await bot.WaitForLogAsync("Slack's signed requests are taken", cancellationToken);
            }
            else
            {
                await slack.Sockets.WaitForConnectedAsync(Sockets, RunningBot.Patience, cancellationToken);
            }

            await bot.WaitForLogAsync("Indexed:", cancellationToken);
        });
        return bot;
    }

    /// <summary>Starts it with signed HTTP and waits until it takes requests and the run at start is over.</summary>
    public static async Task<RunningBot> StartHttpAsync(
        FakeSlackServer slack,
        DataFolder data,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] settings
    )
    {
        var bot = Launch(slack, data, [("Slack:Mode", "Http"), .. settings]);
        await bot.WaitForStartAsync(async () =>
        {
            slack.Push.UseHttp(await bot.GetAddressAsync(cancellationToken));
            await bot.WaitForLogAsync("Slack's signed requests are taken", cancellationToken);
            await bot.WaitForLogAsync("Indexed:", cancellationToken);
        });
        return bot;
    }
}
