using BriefingBot.Benchmarks.Chat.Limits;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>
/// The bot on a fake Slack without limits, in one process. The pace that the bot keeps by itself in a channel is off too.
/// </summary>
/// <param name="Room">The server and who is there.</param>
/// <param name="Bot">The bot.</param>
internal sealed record SlackOn(SlackRoom Room, BotInProcess Bot) : IAsyncDisposable
{
    private const int Sockets = 2;

    public static async Task<SlackOn> StartAsync(int channels, int readers, TimeSpan patience, CancellationToken cancellationToken)
    {
        var room = await SlackRoom.StartAsync(channels, readers, cancellationToken);
        SlackOn slack = new(room, await BotInProcess.StartAsync(services => AddTo(services, room), cancellationToken));
        await room.Slack.Sockets.WaitForConnectedAsync(Sockets, patience, cancellationToken);
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Room.Slack.DisposeAsync();
    }

    private static void AddTo(IServiceCollection services, SlackRoom room)
    {
        services.AddSingleton(new WebApiTimings { BetweenPosts = TimeSpan.Zero });
        services.AddSlack(options =>
        {
            (options.BotToken, options.AppToken, options.ApiBaseUrl) = (
                room.Slack.BotToken,
                room.Slack.AppToken,
                room.Slack.ApiAddress.ToString()
            );
            (options.Connections, options.ConnectionStagger) = (Sockets, 0);
        });
    }
}
