using BriefingBot.Discord.Gateway.Sessions;

namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>Starts a session.</summary>
internal sealed record IdentifyPayload(Identify D)
{
    public int Op { get; } = GatewayOpcodes.Identify;
}
