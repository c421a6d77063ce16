namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A thread to start from a message.</summary>
internal sealed record ThreadCreate
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes without a message: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveDuration { get; init; } = 1440;
}
