using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>What wire protocols say differently.</summary>
internal abstract class ModelProtocol(FakeModelOptions options)
{
    protected FakeModelOptions Options { get; } = options;

    /// <summary>Refuses a request without the right key or headers.</summary>
    public abstract void Admit(HttpRequest request);

    /// <summary>Reads a request to write; throws <see cref="ModelErrorException"/>.</summary>
    public abstract ModelCall ReadCall(HttpRequest request, JsonObject body);

    /// <summary>Sets the headers of every answer.</summary>
    public abstract void WriteHeaders(HttpResponse response, string id);

    public abstract JsonObject Error(ModelError error, string id);

    public abstract JsonObject Whole(ModelExchange exchange, ModelCall call, string text, ReplyFinish finish);

    /// <summary>The media type of a stream.</summary>
    public virtual string StreamType => "text/event-stream; charset=utf-8";

    /// <summary>Events before the first token.</summary>
    public abstract IEnumerable<string> Opening(ModelExchange exchange, ModelCall call);

    public abstract string Token(ModelExchange exchange, ModelCall call, string token);

    /// <summary>Events behind the last token of a stream that ends as it should.</summary>
    public abstract IEnumerable<string> Closing(ModelExchange exchange, ModelCall call, ReplyFinish finish);

    /// <summary>An error in a stream that has begun.</summary>
    public abstract string ErrorEvent(ModelError error, string id);

    /// <summary>An event that is not JSON.</summary>
    public abstract string BrokenEvent();

    protected void CheckModel(string model)
    {
        if (Options.ModelNames.Count > 0 && !Options.ModelNames.Contains(model, StringComparer.Ordinal))
        {
            throw new ModelErrorException(
                new ModelError(404, $"The model `{model}` does not exist or you do not have access to it.", "model", "model_not_found")
            );
        }
    }
}
