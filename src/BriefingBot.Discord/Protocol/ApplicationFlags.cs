namespace BriefingBot.Discord.Protocol;

/// <summary>Flags of an application.</summary>
internal static class ApplicationFlags
{
    /// <summary>The Message Content Intent is on, for an application in more than 100 servers.</summary>
    public const long GatewayMessageContent = 1 << 18;

    /// <summary>The Message Content Intent is on, for a smaller application.</summary>
    public const long GatewayMessageContentLimited = 1 << 19;
}
