using System.Net.WebSockets;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>The two WebSocket addresses: one for new sessions, one for resumed ones.</summary>
internal static class GatewayEndpoint
{
    private const string StartPath = "/gateway";
    private const string ResumePath = "/gateway-resume";

    public static Uri StartAddress(DiscordState state) => Address(state, StartPath);

    public static Uri ResumeAddress(DiscordState state) => Address(state, ResumePath);

    public static void Map(WebApplication app, DiscordState state)
    {
        app.Map(StartPath, context => AcceptAsync(context, state, isResumeAddress: false));
        app.Map(ResumePath, context => AcceptAsync(context, state, isResumeAddress: true));
    }

    private static Uri Address(DiscordState state, string path) => new UriBuilder(state.BaseAddress) { Scheme = "ws", Path = path }.Uri;

    private static async Task AcceptAsync(HttpContext context, DiscordState state, bool isResumeAddress)
    {
        IQueryCollection query = context.Request.Query;
        if (!context.WebSockets.IsWebSocketRequest || query["encoding"] is not ["json"] || query.ContainsKey("compress"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(
                "A WebSocket with v=10 and encoding=json and no transport compression, please.",
                context.RequestAborted
            );
            return;
        }

        if (state.Faults.TakeRefusedHandshake())
        {
            context.Abort();
            return;
        }

        int version = int.TryParse(query["v"], out int asked) ? asked : 6;
        CancellationToken stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        GatewayConnection connection = new(state, socket, context.Abort, version, isResumeAddress);
        await connection.RunAsync(stopping);
    }
}
