using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Subscriptions;

/// <summary>
/// The button "More" under a briefing, as the platform carries it: <c>news:1200:1260:5:5:treaty</c>. It leads to the same articles however
/// many come later.
/// </summary>
/// <param name="Window">The articles that the briefing is about.</param>
/// <param name="From">How many entries were shown.</param>
/// <param name="Count">How many more are asked for.</param>
/// <param name="Topic">What it is limited to, or null.</param>
public sealed record NewsAction(ArrivalWindow Window, int From, int Count, string? Topic)
{
    /// <summary>The longest topic of a briefing, in UTF-16 units: a button carries 100.</summary>
    public const int LongestTopic = 50;

    private const int MaxFrom = 10_000;
    private const int MaxCount = 10;

    // Stands in messages that were posted: never change it.
    private const string Word = "news";

    /// <summary>Reads what <see cref="ToString"/> writes; false for a button of something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out NewsAction? action)
    {
        action =
            text?.Split(':', 6) is [Word, var after, var upTo, var from, var count, var topic]
            && Read(after) is { } first
            && Read(upTo) is { } last
            && Read(from) is { } shown and <= MaxFrom
            && Read(count) is { } entries and >= 1 and <= MaxCount
                ? new NewsAction(new ArrivalWindow(first, last), (int)shown, (int)entries, topic.Length == 0 ? null : topic)
                : null;
        return action is not null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Word}:{Window.After}:{Window.UpTo}:{From}:{Count}:{Topic}");

    private static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
