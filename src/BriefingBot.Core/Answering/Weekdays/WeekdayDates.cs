using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Weekdays;

/// <summary>
/// Puts the date behind a weekday in square brackets, as the bot's own words: "on Friday [June 21, 2024]", where the report tells which
/// Friday it means. The checked words themselves stay as they are. Stateless.
/// </summary>
public static class WeekdayDates
{
    private const int Week = 7;

    /// <summary>"Last Monday" is one of last week, or of this one; so many days back it can only be one.</summary>
    private const int SurelyLast = 4;

    /// <summary>The sentence as it is shown; unchanged where no cited report is dated, or the sentence dates the day itself.</summary>
    /// <param name="sentence">The checked sentence.</param>
    /// <param name="citations">The citations that its numbers mean.</param>
    public static string Show(VerifiedSentence sentence, IReadOnlyList<Citation> citations)
    {
        var cited = citations
            .Where(citation => sentence.Citations.Contains(citation.Number))
            .Select(citation => (citation.Article.Published?.Day, citation.Article.Updated?.Day))
            .Distinct()
            .ToArray();
        return cited is [({ } published, var updated)] ? Show(sentence.Text, published, updated) : sentence.Text;
    }

    /// <summary>
    /// The same for a text of a report of that day. Of one that was changed later it is not known on which of the days from then to then
    /// the words were written: a weekday is dated where it is the same date from all of them.
    /// </summary>
    public static string Show(string text, DateOnly published, DateOnly? updated = null) =>
        Weekday.Replace(
            text,
            match =>
            {
                var day = match.Groups["day"];
                var weekday = Enum.Parse<DayOfWeek>(day.Value);
                var tense = WeekdayTenseReader.Read(text, day.Index, day.Index + day.Length);
                string before = WordBefore(text, day.Index);
                DateOnly?[] dates =
                [
                    .. DaysOfWriting(published, updated).Select(written => DateOf(weekday, before, tense, written)).Distinct(),
                ];
                return dates is [{ } date]
                    ? string.Create(CultureInfo.InvariantCulture, $"{match.Value} [{date:MMMM d, yyyy}]")
                    : match.Value;
            }
        );

    private static IEnumerable<DateOnly> DaysOfWriting(DateOnly published, DateOnly? updated) =>
        Enumerable
            .Range(0, updated > published ? Math.Min(Week, updated.Value.DayNumber - published.DayNumber) + 1 : 1)
            .Select(published.AddDays);

    private static DateOnly? DateOf(DayOfWeek weekday, string before, WeekdayTense tense, DateOnly written)
    {
        int back = ((int)written.DayOfWeek - (int)weekday + Week) % Week;
        return DaysOn(before, tense, back) is { } days ? written.AddDays(days) : null;
    }

    /// <summary>How many days after the report the weekday lies, negative for before it; null: it does not tell.</summary>
    private static int? DaysOn(string before, WeekdayTense tense, int back) =>
        (before, tense) switch
        {
            ("last", _) => back == 0 ? -Week
            : back >= SurelyLast ? -back
            : null,
            // "Next Tuesday", said on a Friday, cannot be of this week; said on a Monday it may be the one of tomorrow or the one after.
            ("next", _) => back == 0 ? Week
            : back <= SurelyLast && tense != WeekdayTense.Past ? Week - back
            : null,
            ("since", _) => back is 0 or Week - 1 ? null : -back,
            ("until" or "till" or "by" or "for" or "to" or "through" or "before" or "after" or "from", WeekdayTense.Past) => null,
            // Six days ago is tomorrow's weekday: reports date such a day, and a page that is still being written means tomorrow.
            (_, WeekdayTense.Past) => back == Week - 1 ? null : -back,
            (_, WeekdayTense.Future) => back == 0 ? null : Week - back,
            _ => null,
        };

    private static string WordBefore(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd();
        int start = before.LastIndexOf(' ') + 1;
        return before[start..].ToString().ToLowerInvariant();
    }

    /// <summary>
    /// A weekday as a time: not "Friday's", "Black Friday", "every Friday", "Friday, June 21" or "Friday night football" with a date behind
    /// it.
    /// </summary>
    private static readonly TieredRegex Weekday = LanguagePattern.Tiered("weekday-dates/weekday", RegexOptions.CultureInvariant, 1000);
}
