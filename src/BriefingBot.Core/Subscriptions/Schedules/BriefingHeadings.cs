using BriefingBot.Core.Briefings;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>Under which headings the entries of a briefing stand: the topics that the place follows, then the collections.</summary>
/// <param name="Topics">The topics, in the order in which the place began to follow them.</param>
/// <param name="ByArticle">The first of them that an article is about.</param>
public sealed record BriefingHeadings(IReadOnlyList<string> Topics, IReadOnlyDictionary<ArticleId, string> ByArticle)
{
    /// <summary>The heading of what is about none of the topics, where all is of one collection.</summary>
    private const string Others = "Other news";

    /// <summary>The entries with their headings, in their order; the heading is null where there is only one.</summary>
    public IReadOnlyList<(string? Heading, IReadOnlyList<BriefingEntry> Entries)> Group(IEnumerable<BriefingEntry> entries)
    {
        var all = entries.ToList();
        var about = Topics
            .Select(topic => (Heading: topic, Entries: all.FindAll(entry => TopicOf(entry) == topic)))
            .Where(static group => group.Entries.Count > 0)
            .ToList();
        var others = all.FindAll(entry => TopicOf(entry) is null)
            .GroupBy(static entry => entry.Article.Collection, StringComparer.Ordinal)
            .ToList();
        List<(string? Heading, IReadOnlyList<BriefingEntry> Entries)> groups =
        [
            .. about.Select(static group => ((string?)group.Heading, (IReadOnlyList<BriefingEntry>)group.Entries)),
            .. others.Select(group => ((string?)(others.Count > 1 ? group.Key : Others), (IReadOnlyList<BriefingEntry>)[.. group])),
        ];
        return groups.Count > 1 ? groups : [.. groups.Select(static group => ((string?)null, group.Entries))];
    }

    private string? TopicOf(BriefingEntry entry) => ByArticle.GetValueOrDefault(entry.Article.Id);
}
