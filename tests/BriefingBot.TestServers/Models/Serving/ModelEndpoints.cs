using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Anthropic;
using BriefingBot.TestServers.Models.Ollama;
using BriefingBot.TestServers.Models.OpenAi;
using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>The addresses of all protocols.</summary>
internal static class ModelEndpoints
{
    public static void Map(WebApplication app, FakeModelState state)
    {
        ModelPipeline pipeline = new(state);
        OpenAiProtocol openAi = new(state.Options);
        AzureProtocol azure = new(state.Options);
        AnthropicProtocol anthropic = new(state.Options);
        OllamaProtocol ollama = new(state.Options);
        EmbeddingAnswer embeddings = new(state);
        app.MapPost("/v1/chat/completions", context => pipeline.HandleAsync(context, openAi, ModelRoute.ChatCompletions));
        app.MapPost("/v1/embeddings", context => pipeline.HandleAsync(context, openAi, ModelRoute.Embeddings, embeddings.Write));
        app.MapPost(
            "/openai/deployments/{deployment}/chat/completions",
            context => pipeline.HandleAsync(context, azure, ModelRoute.ChatCompletions)
        );
        app.MapPost(
            "/openai/deployments/{deployment}/embeddings",
            context =>
                pipeline.HandleAsync(
                    context,
                    azure,
                    ModelRoute.Embeddings,
                    (body, exchange) => embeddings.Write(AzureProtocol.Named(context.Request, body), exchange)
                )
        );
        app.MapPost("/v1/messages", context => pipeline.HandleAsync(context, anthropic, ModelRoute.Messages));
        app.MapPost("/api/chat", context => pipeline.HandleAsync(context, ollama, ModelRoute.OllamaChat));
        app.MapGet("/api/tags", context => pipeline.HandleAsync(context, ollama, ModelRoute.ModelList, (_, _) => ollama.ModelList()));
        app.MapGet("/api/version", static context => context.Response.WriteAsJsonAsync(new { version = "0.12.6" }, context.RequestAborted));
        app.MapGet(
            "/v1/models",
            context =>
            {
                bool isAnthropic = context.Request.Headers.ContainsKey("anthropic-version");
                return pipeline.HandleAsync(
                    context,
                    isAnthropic ? anthropic : openAi,
                    ModelRoute.ModelList,
                    (_, _) => isAnthropic ? anthropic.ModelList() : openAi.ModelList()
                );
            }
        );
        app.MapFallback(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            JsonObject error = openAi.Error(
                new ModelError(404, $"Invalid URL ({context.Request.Method} {context.Request.Path})", Code: "unknown_url"),
                ""
            );
            await context.Response.WriteAsync(error.ToJsonString(), context.RequestAborted);
        });
    }
}
