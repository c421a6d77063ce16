using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Models.Records;

/// <summary>A request to write, whichever protocol it came by.</summary>
/// <param name="Route">The protocol's operation.</param>
/// <param name="Model">The name that was asked for.</param>
/// <param name="System">System and developer messages, joined by empty lines; empty without any.</param>
/// <param name="Messages">The other messages in order.</param>
/// <param name="MaxTokens">Null: no limit was given.</param>
/// <param name="Temperature">Null: none was given.</param>
/// <param name="IsStreamed">Whether the answer comes as server-sent events.</param>
/// <param name="IncludesUsage">Whether a stream ends with its usage (OpenAI's stream_options).</param>
/// <param name="Stops">Texts that end the answer before them.</param>
/// <param name="Body">The request as it came.</param>
public sealed record ModelCall(
    ModelRoute Route,
    string Model,
    string System,
    IReadOnlyList<CallMessage> Messages,
    int? MaxTokens,
    double? Temperature,
    bool IsStreamed,
    bool IncludesUsage,
    IReadOnlyList<string> Stops,
    JsonObject Body
)
{
    /// <summary>The last message of the user; empty without one.</summary>
    public string UserText => Messages.LastOrDefault(static message => message.Role == "user")?.Text ?? "";

    /// <summary>Everything the model reads, in one text.</summary>
    public string FullText => string.Join("\n\n", [System, .. Messages.Select(static message => message.Text)]);
}
