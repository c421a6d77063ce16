using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Records;

/// <summary>A call of the Web API, or of a response_url (method "response_url").</summary>
/// <param name="At">When it came, by the fake's clock.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Arguments">JSON body or form, with what JSON a form holds as text.</param>
/// <param name="Status">HTTP status; 0 when the connection was cut or the answer was never sent.</param>
/// <param name="Error">The error of the answer; null when it was ok.</param>
/// <param name="Response">The answer's body; null when there was none.</param>
public sealed record RecordedCall(DateTimeOffset At, string Method, JsonObject Arguments, int Status, string? Error, JsonObject? Response);
