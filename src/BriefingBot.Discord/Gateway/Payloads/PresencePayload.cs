namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>Changes the presence.</summary>
internal sealed record PresencePayload(Presence D)
{
    public int Op { get; } = GatewayOpcodes.PresenceUpdate;
}
