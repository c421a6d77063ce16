namespace BriefingBot.Core.Briefings.Timelines;

/// <summary>What was reported when.</summary>
/// <param name="Title">What of: the topic as it was asked for, or the headline of a story's first report.</param>
/// <param name="Reports">The oldest first, undated ones last.</param>
public sealed record Timeline(string Title, IReadOnlyList<TimelineReport> Reports)
{
    /// <summary>There are more reports, older than these.</summary>
    public bool IsCut { get; init; }
}
