using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>A heartbeat with the last number seen; null before the first.</summary>
internal sealed record HeartbeatPayload([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D)
{
    public int Op { get; } = GatewayOpcodes.Heartbeat;
}
