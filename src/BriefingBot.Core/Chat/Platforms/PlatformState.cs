using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Platforms;

/// <summary>How it stands with a platform, for administrators.</summary>
/// <param name="Name">The platform's name.</param>
/// <param name="Phase">How it stands.</param>
/// <param name="Since">Since when.</param>
public sealed record PlatformState(string Name, PlatformPhase Phase, DateTimeOffset Since)
{
    /// <summary>When the last event came in; null before the first.</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>What went wrong last, and what to do about it; null for nothing yet. Holds no secret.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>The name as people write it.</summary>
    public string Title => Name.Length == 0 ? Name : char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>All of it in one line.</summary>
    public override string ToString()
    {
        string phase = Phase switch
        {
            PlatformPhase.Starting => "starting",
            PlatformPhase.Connected => "connected",
            PlatformPhase.StandingBy => "standing by, another process is connected,",
            PlatformPhase.Reconnecting => "connecting again",
            _ => "stopped",
        };
        string line =
            $"{phase} since {ReadableDate.Of(Since)}; {(LastEvent is { } last ? $"last event {ReadableDate.Of(last)}" : "no event yet")}";
        return LastError is null || LastErrorAt is null ? line : $"{line}; last error {ReadableDate.Of(LastErrorAt.Value)}: {LastError}";
    }
}
