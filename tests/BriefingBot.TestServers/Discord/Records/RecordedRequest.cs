using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Records;

/// <summary>A REST request and its answer.</summary>
/// <param name="At">When it came, by the fake's clock.</param>
/// <param name="Route">"METHOD /template".</param>
/// <param name="Path">The path below /api/v10, with its ids.</param>
/// <param name="Body">The JSON body; null when there was none.</param>
/// <param name="Status">The answer; 0 when the connection was cut.</param>
/// <param name="Response">The answer's JSON body; null when there was none.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Route, string Path, JsonNode? Body, int Status, JsonNode? Response);
