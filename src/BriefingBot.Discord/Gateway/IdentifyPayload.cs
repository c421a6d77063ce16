namespace BriefingBot.Discord.Gateway;

/// <summary>Starts a session.</summary>
internal sealed record IdentifyPayload(Identify D)
{
    public int Op { get; } = GatewayOpcodes.Identify;
}
