using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The HTTP side of a bot: keeps what comes, and answers as the test says.</summary>
internal sealed class BotEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotEndpoint(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers, string Body)> Requests { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it with an answer for every request.</summary>
    public static async Task<BotEndpoint> StartAsync(Func<HttpContext, string, Task> answer, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        BotEndpoint endpoint = new(builder.Build());
        endpoint._app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            string body = await reader.ReadToEndAsync(context.RequestAborted);
            HeaderDictionary headers = new(
                context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value)
            );
            endpoint.Requests.Enqueue((context.Request.Path, headers, body));
            await answer(context, body);
        });
        await endpoint._app.StartAsync(cancellationToken);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
