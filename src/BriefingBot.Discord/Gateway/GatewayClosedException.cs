namespace BriefingBot.Discord.Gateway;

/// <summary>The connection is over.</summary>
/// <param name="code">The close code; null when it just broke.</param>
/// <param name="description">What was said.</param>
internal sealed class GatewayClosedException(int? code, string? description) : Exception($"{code} {description}")
{
    /// <summary>The close code; null when it just broke.</summary>
    public int? Code { get; } = code;

    /// <summary>What was said.</summary>
    public string? Description { get; } = description;
}
