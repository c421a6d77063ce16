using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefings;

/// <summary>The story that an entry of the latest coverage stands for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Others">Its other reports that may be seen, the newest first; empty for a report that is alone.</param>
/// <param name="Sources">Who reports it, the entry's own article included.</param>
/// <param name="Move">How what it counts has moved; null when that is not sure.</param>
public sealed record BriefedStory(StoryId Id, IReadOnlyList<ArticleHeader> Others, StorySources Sources, StoryMove? Move)
{
    /// <summary><c>3 reports · 2 outlets, 1 wire origin (AP)</c>; null for a report that is alone.</summary>
    public string? Describe()
    {
        if (Others.Count == 0)
        {
            return null;
        }

        string[] sources =
        [
            .. Sources.Outlets.Count > 0
                ? [Sources.Outlets.Count == 1 ? "1 outlet" : $"{Sources.Outlets.Count} outlets"]
                : Array.Empty<string>(),
            .. Sources.Wires.Count > 0
                ?
                [
                    $"{(Sources.Wires.Count == 1 ? "1 wire origin" : $"{Sources.Wires.Count} wire origins")} "
                        + $"({string.Join(", ", Sources.Wires)})",
                ]
                : Array.Empty<string>(),
        ];
        return string.Join(
            " · ",
            [$"{Others.Count + 1} reports", .. sources.Length > 0 ? [string.Join(", ", sources)] : Array.Empty<string>()]
        );
    }
}
