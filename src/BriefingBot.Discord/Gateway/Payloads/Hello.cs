namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>The first message of a connection.</summary>
internal sealed record Hello
{
    /// <summary>Milliseconds between heartbeats.</summary>
    public int HeartbeatInterval { get; init; }
}
