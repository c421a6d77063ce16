using System.Text.Json;

namespace BriefingBot.Slack.SocketMode;

/// <summary>The ack of an envelope.</summary>
/// <param name="EnvelopeId">Which.</param>
/// <param name="Payload">Only where the envelope accepts it.</param>
internal sealed record EnvelopeAck(string EnvelopeId, JsonElement? Payload);
