using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.OpenAi;

/// <summary>
/// OpenAI's protocol behind Azure's addresses: the deployment names the model, the key comes as api-key, and api-version is wanted.
/// </summary>
internal sealed class AzureProtocol(FakeModelOptions options) : OpenAiProtocol(options)
{
    public override void Admit(HttpRequest request)
    {
        if (
            Options.ApiKey is not null
            && request.Headers["api-key"] != Options.ApiKey
            && request.Headers.Authorization != $"Bearer {Options.ApiKey}"
        )
        {
            throw new ModelErrorException(
                new ModelError(401, "Access denied due to invalid subscription key or wrong API endpoint.", Code: "401")
            );
        }

        if (!request.Query.ContainsKey("api-version"))
        {
            throw new ModelErrorException(new ModelError(404, "Resource not found", Code: "404"));
        }
    }

    public override ModelCall ReadCall(HttpRequest request, JsonObject body) => base.ReadCall(request, Named(request, body));

    /// <summary>The body with the deployment as its model.</summary>
    public static JsonObject Named(HttpRequest request, JsonObject body)
    {
        body["model"] = (string?)request.RouteValues["deployment"];
        return body;
    }
}
