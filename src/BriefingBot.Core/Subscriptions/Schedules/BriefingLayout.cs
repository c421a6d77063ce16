using System.Globalization;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>A briefing as blocks: what it is, then its entries under their headings. Thread-safe.</summary>
public sealed class BriefingLayout(ArticleLinks links)
{
    /// <param name="title">What it is; null behind the first page.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="headings">What they stand under.</param>
    public IReadOnlyList<AnswerBlock> Of(string? title, IEnumerable<BriefingEntry> entries, BriefingHeadings headings) =>
        [
            .. title is null
                ? (IEnumerable<AnswerBlock>)[]
                : [new AnswerBlock(AnswerBlockKind.Paragraph, [new AnswerUnit([new Inline(title, InlineKind.Strong)])])],
            .. headings
                .Group(entries)
                .SelectMany(group =>
                    group.Entries.Select(
                        (entry, i) =>
                            i == 0 && group.Heading is { } heading
                                ? Headed(heading, EntryBlock.Of(entry, links))
                                : EntryBlock.Of(entry, links)
                    )
                ),
        ];

    /// <summary><c>Briefing: 7 new articles about NATO since Monday, December 1, 2026, 08:30 (Europe/Berlin)</c>.</summary>
    /// <param name="articles">How many came.</param>
    /// <param name="topic">What it is limited to, or null.</param>
    /// <param name="since">Since when.</param>
    /// <param name="zone">The IANA name of the time zone that this is told in.</param>
    public static string TitleOf(int articles, string? topic, DateTimeOffset since, string zone)
    {
        string about = topic is null ? "" : $" about {OneLine.Of(topic)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Briefing: {articles:N0} new article{(articles == 1 ? "" : "s")}{about} since {ZonedTime.Of(since, zone)}"
        );
    }

    private static AnswerBlock Headed(string heading, AnswerBlock block) =>
        block with
        {
            Units = [new AnswerUnit([new Inline(OneLine.Of(heading), InlineKind.Emphasis)], KeepsWithNext: true), .. block.Units],
        };
}
