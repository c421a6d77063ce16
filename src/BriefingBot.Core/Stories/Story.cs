using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>All current reports of one event, syndicated or written anew. A report that is alone is a story too.</summary>
/// <param name="Id">Its name; it stays when reports come and go, and when a later story becomes part of this one.</param>
/// <param name="Created">When its first report was grouped (UTC).</param>
/// <param name="Reports">Its articles, the newest first, undated ones last.</param>
public sealed record Story(StoryId Id, DateTimeOffset Created, IReadOnlyList<StoryReport> Reports)
{
    /// <summary>The story that this one was part of until a report that joined them was withdrawn or changed; null: none.</summary>
    public StoryId? SplitFrom { get; init; }
}
