using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>The WebSocket address behind apps.connections.open; a ticket opens one socket.</summary>
internal static class SocketEndpoint
{
    public const string Path = "/link/";
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromSeconds(18_060);
    private static readonly TimeSpan DebugLifetime = TimeSpan.FromSeconds(360);

    public static void Map(WebApplication app, SlackState state)
    {
        app.Use(
            static (context, next) =>
            {
                if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
                {
                    context.Features.Set<IHttpUpgradeFeature>(new FreezableUpgrade(upgrade));
                }

                return next(context);
            }
        );
        app.UseWebSockets();
        app.Map(Path, context => AcceptAsync(context, state));
    }

    private static async Task AcceptAsync(HttpContext context, SlackState state)
    {
        bool isWelcome;
        bool isRefused;
        lock (state.Gate)
        {
            isRefused = state.Faults.TakeRefusedHandshake();
            isWelcome = context.WebSockets.IsWebSocketRequest && state.Sockets.UseTicket(context.Request.Query["ticket"]);
        }

        if (isRefused)
        {
            context.Abort();
            return;
        }

        if (!isWelcome)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("The ticket is unknown, used or too old.", context.RequestAborted);
            return;
        }

        FakeSlackOptions options = state.Options;
        TimeSpan lifetime =
            context.Request.Query["debug_reconnects"] == "true"
                ? DebugLifetime * options.TimeScale
                : options.ConnectionLifetime ?? UsualLifetime;
        CancellationToken stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = options.PingInterval, KeepAliveTimeout = options.PingInterval }
        );
        FreezableStream stream = ((FreezableUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>()).Stream!;
        SocketConnection connection = new(state, socket, context.Abort, stream.Freeze, state.Sockets.NextNumber(), lifetime);
        await connection.RunAsync(stopping);
    }
}
