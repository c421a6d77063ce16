namespace BriefingBot.Slack.Protocol;

/// <summary>What stands beside an answer.</summary>
internal sealed record ResponseMetadata
{
    /// <summary>Where the next page begins; null or empty on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>What is wrong with which argument.</summary>
    public IReadOnlyList<string>? Messages { get; init; }
}
