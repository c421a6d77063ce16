using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Tests.Models;

/// <summary>A server on the loopback interface that answers as one of the many that are nearly compatible.</summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _bodies = new();

    private OddServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The bodies in the order of arrival.</summary>
    public IReadOnlyList<JsonObject> Bodies => [.. _bodies];

    /// <summary>Starts it.</summary>
    /// <param name="answer">Answers a request by its body and its number from 0.</param>
    public static async Task<OddServer> StartAsync(Func<HttpContext, JsonObject, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        OddServer server = new(builder.Build());
        server._app.MapFallback(async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
            server._bodies.Enqueue(body);
            await answer(context, body, server._bodies.Count - 1);
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers with an error.</summary>
    public static Task FailAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Answers with a completion.</summary>
    public static Task CompleteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "application/json";
        JsonObject completion = new()
        {
            ["id"] = "c-1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "odd-1",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                    ["finish_reason"] = "stop",
                }
            ),
        };
        return context.Response.WriteAsync(completion.ToJsonString(), context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
