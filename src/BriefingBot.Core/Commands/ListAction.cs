using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Core.Commands;

/// <summary>The button "More" under a list, as the platform carries it: <c>latest:5:5:treaty</c>.</summary>
/// <param name="IsLatest">The newest coverage; else the outlets.</param>
/// <param name="From">How many entries were shown.</param>
/// <param name="Count">How many more are asked for.</param>
/// <param name="Topic">What the list is limited to, or null.</param>
public sealed record ListAction(bool IsLatest, int From, int Count, string? Topic)
{
    private const int LongestTopic = 70;
    private const int MaxFrom = 10_000;
    private const string LatestWord = "latest";
    private const string SourcesWord = "sources";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ListAction? action)
    {
        action =
            text?.Split(':', 4) is [LatestWord or SourcesWord, var from, var count, var topic]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && first <= MaxFrom
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int entries)
            && entries is >= 1 and <= Latest.LatestCommand.MaxCount
                ? new ListAction(text.StartsWith(LatestWord, StringComparison.Ordinal), first, entries, topic.Length == 0 ? null : topic)
                : null;
        return action is not null;
    }

    /// <summary>At most 100 characters: a topic that is longer is cut at a word.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsLatest ? LatestWord : SourcesWord)}:{From}:{Count}:{Shorten(Topic ?? "")}");

    private static string Shorten(string topic)
    {
        if (topic.Length <= LongestTopic)
        {
            return topic;
        }

        int blank = topic.LastIndexOf(' ', LongestTopic);
        return topic[..(blank > 0 ? blank : LongestTopic - (char.IsLowSurrogate(topic[LongestTopic]) ? 1 : 0))];
    }
}
