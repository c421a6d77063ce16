using BriefingBot.Core.Briefings;

namespace BriefingBot.Documents;

/// <summary>The story of an entry of the latest coverage.</summary>
/// <param name="Id">Its name; it stays when reports come and go.</param>
/// <param name="Outlets">Who reports it.</param>
/// <param name="Wires">The agencies that some of the texts come from.</param>
/// <param name="IndependentSources">How many sources there are when the texts of one agency count once.</param>
/// <param name="Reports">Its other reports, the newest first.</param>
/// <param name="Moved">What an earlier and the newest report count otherwise; null when that is not sure.</param>
internal sealed record LatestStoryDocument(
    string Id,
    IReadOnlyList<string> Outlets,
    IReadOnlyList<string> Wires,
    int IndependentSources,
    IReadOnlyList<StoryReportDocument> Reports,
    StoryMoveDocument? Moved
)
{
    public static LatestStoryDocument From(BriefedStory story) =>
        new(
            story.Id.ToString(),
            story.Sources.Outlets,
            story.Sources.Wires,
            story.Sources.Independent,
            [.. story.Others.Select(StoryReportDocument.From)],
            story.Move is { } move ? new StoryMoveDocument(move.Before, move.After, move.Earlier.Id.Value, move.Newest.Id.Value) : null
        );
}
