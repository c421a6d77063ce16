using System.Globalization;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>When somebody wants briefings, in their words.</summary>
/// <param name="When">As <see cref="ScheduleWords"/> reads it.</param>
public sealed record ScheduleRequest(string When)
{
    private const int MostWords = 9;
    private const int MostCounted = 99;

    /// <summary>A time zone; null: the configured one.</summary>
    public string? Zone { get; init; }

    /// <summary>What they are limited to; null: nothing.</summary>
    public string? Topic { get; init; }

    /// <summary>How many articles; null: as many as usual.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// Takes a line apart: when, then perhaps a zone, a topic, a number. What says no time is all taken for one, to be refused.
    /// </summary>
    public static ScheduleRequest Read(IReadOnlyList<string> words)
    {
        int end = Math.Min(words.Count, MostWords);
        while (end > 0 && ScheduleWords.Read(Join(words.Take(end))) is null)
        {
            end--;
        }

        if (end == 0)
        {
            return new ScheduleRequest(Join(words));
        }

        ScheduleRequest request = new(Join(words.Take(end)));
        List<string> rest = [.. words.Skip(end)];
        if (rest.Count > 0 && (rest[0].Contains('/', StringComparison.Ordinal) || TimeZoneNames.TryFind(rest[0], out _)))
        {
            request = request with { Zone = rest[0] };
            rest.RemoveAt(0);
        }

        // As in "latest": a number at the end says how many, unless it is too great for that, such as a year.
        if (
            rest.Count > 0
            && int.TryParse(rest[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count <= MostCounted
        )
        {
            request = request with { Count = count };
            rest.RemoveAt(rest.Count - 1);
        }

        return rest.Count == 0 ? request : request with { Topic = Join(rest) };
    }

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
