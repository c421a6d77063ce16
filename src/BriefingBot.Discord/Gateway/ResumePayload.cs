namespace BriefingBot.Discord.Gateway;

/// <summary>Takes a session up again.</summary>
internal sealed record ResumePayload(Resume D)
{
    public int Op { get; } = GatewayOpcodes.Resume;
}
