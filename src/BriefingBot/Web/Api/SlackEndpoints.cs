using BriefingBot.Slack;
using BriefingBot.Slack.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Api;

/// <summary>
/// Where Slack sends its signed requests, when events come by HTTP: <c>POST /slack/events</c>, <c>/slack/commands</c>,
/// <c>/slack/interactivity</c>.
/// </summary>
internal static class SlackEndpoints
{
    /// <summary>Maps them, unless Slack is off or in Socket Mode.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value is not { IsEnabled: true, Mode: SlackMode.Http })
        {
            return;
        }

        Map(routes, "/slack/events", SlackHttpPath.Events);
        Map(routes, "/slack/commands", SlackHttpPath.Commands);
        Map(routes, "/slack/interactivity", SlackHttpPath.Interactivity);
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, SlackHttpPath path) =>
        routes
            .MapPost(pattern, (HttpContext context, SlackHttpReceiver receiver) => ReceiveAsync(context, receiver, path))
            .ExcludeFromDescription();

    private static async Task ReceiveAsync(HttpContext context, SlackHttpReceiver receiver, SlackHttpPath path)
    {
        // The receiver has a limit of its own, and says so; a message with many blocks is longer than a question of the console may be.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = SlackHttpReceiver.MaxBody + 1;
        }

        var response = await receiver.ReceiveAsync(
            path,
            name => context.Request.Headers[name],
            context.Request.Body,
            context.RequestAborted
        );
        context.Response.StatusCode = response.Status;
        if (response.ContentType is { } type)
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
        }
    }
}
