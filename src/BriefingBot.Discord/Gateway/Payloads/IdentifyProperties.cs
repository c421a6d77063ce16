namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>What the client is.</summary>
internal sealed record IdentifyProperties
{
    public string Os { get; init; } =
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "macos"
        : "linux";

    public string Browser { get; init; } = "BriefingBot";

    public string Device { get; init; } = "BriefingBot";
}
