namespace BriefingBot.Discord.Protocol;

/// <summary>How many sessions may still be started.</summary>
internal sealed record SessionStartLimit
{
    public int Total { get; init; } = 1000;

    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many may be started in five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
