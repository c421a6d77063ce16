using BriefingBot.Discord.Gateway.Sessions;

namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>Takes a session up again.</summary>
internal sealed record ResumePayload(Resume D)
{
    public int Op { get; } = GatewayOpcodes.Resume;
}
