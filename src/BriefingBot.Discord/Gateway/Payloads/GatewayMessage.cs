using System.Text.Json;

namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>The envelope of everything that the gateway sends.</summary>
internal sealed record GatewayMessage
{
    public int Op { get; init; }

    public JsonElement D { get; init; }

    /// <summary>The number of a dispatch in its session; null on everything else.</summary>
    public long? S { get; init; }

    /// <summary>The name of a dispatch.</summary>
    public string? T { get; init; }
}
