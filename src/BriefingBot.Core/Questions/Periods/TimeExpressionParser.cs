using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions.Periods;

/// <summary>
/// Finds the period a question asks for: dates, months, years, spans, "since ...", "last week". English; relative forms count from the
/// given day. Weeks start on Monday.
/// </summary>
public static partial class TimeExpressionParser
{
    /// <summary>The first period named, or null. <paramref name="asOf"/> is the day that relative forms count from.</summary>
    public static TimeExpression? Parse(string question, DateOnly asOf)
    {
        if (
            Span.Match(question) is { Success: true } span
            && Read(span.Groups["a"].Value, asOf) is { } first
            && Read(span.Groups["b"].Value, asOf) is { } last
            && first.From <= last.To
        )
        {
            return new TimeExpression(new TimeWindow(first.From, last.To), span.Index, span.Length, IsLoose: false);
        }

        if (
            Bounded.Match(question) is { Success: true } bounded
            && IsDate(bounded.Groups["d"], question)
            && Read(bounded.Groups["d"].Value, asOf) is { } limit
        )
        {
            var window = bounded.Groups["w"].Value.ToLowerInvariant() switch
            {
                "since" => new TimeWindow(limit.From, DateOnly.MaxValue),
                "after" => new TimeWindow(limit.To.AddDays(1), DateOnly.MaxValue),
                "before" => new TimeWindow(DateOnly.MinValue, limit.From.AddDays(-1)),
                _ => new TimeWindow(DateOnly.MinValue, limit.To),
            };
            return new TimeExpression(window, bounded.Index, bounded.Length, IsLoose: false);
        }

        return RelativePeriods.Parse(question, asOf) ?? ParseDate(question, asOf);
    }

    private static TimeExpression? ParseDate(string question, DateOnly asOf)
    {
        TimeExpression? first = null;
        foreach (Match match in Dated.Matches(question))
        {
            var date = match.Groups["d"];
            if (!IsDate(date, question) || Read(date.Value, asOf) is not { } window)
            {
                continue;
            }

            if (first is null)
            {
                first = new TimeExpression(window, date.Index, date.Length, !HasYear().IsMatch(date.ValueSpan));
            }
            else if (Joins().IsMatch(question.AsSpan(first.Start + first.Length, date.Index - first.Start - first.Length)))
            {
                // "in February and in June": from the beginning of one to the end of the other.
                TimeWindow both = new(
                    first.Window.From < window.From ? first.Window.From : window.From,
                    first.Window.To > window.To ? first.Window.To : window.To
                );
                return first with { Window = both, Length = date.Index + date.Length - first.Start };
            }
        }

        return first;
    }

    /// <summary>"may" and "march" are verbs unless written as names of months, and a bare month wants a preposition before it.</summary>
    private static bool IsDate(Group date, string question)
    {
        string text = date.Value;
        if (text.Any(char.IsAsciiDigit))
        {
            return text.Length > 4 || Preposition.IsMatch(question.AsSpan(0, date.Index)) || date.Index == 0;
        }

        return char.IsAsciiLetterUpper(text[0]) && Preposition.IsMatch(question.AsSpan(0, date.Index));
    }

    private static TimeWindow? Read(string text, DateOnly asOf)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return new TimeWindow(iso, iso);
        }

        if (Numeric().Match(text) is { Success: true } numeric)
        {
            return ReadNumeric(numeric);
        }

        int[] numbers = [.. Numbers().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        int year = numbers.FirstOrDefault(n => n > 31);
        int day = numbers.FirstOrDefault(n => n is >= 1 and <= 31);
        int month = MonthName.Match(text) is { Success: true } name ? MonthNumber(name.Value) : 0;
        if (month == 0)
        {
            return year is >= 1900 and <= 2100 ? new TimeWindow(new(year, 1, 1), new(year, 12, 31)) : null;
        }

        if (year == 0)
        {
            // A month or day without a year is the latest one that has begun.
            year = month > asOf.Month || (month == asOf.Month && day > asOf.Day) ? asOf.Year - 1 : asOf.Year;
        }

        if (year is < 1900 or > 2100 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return day > 0
            ? new TimeWindow(new(year, month, day), new(year, month, day))
            : new TimeWindow(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>20/02/2024 and 20.2.2024: day first, as most of the world writes it, unless only month first makes a date.</summary>
    private static TimeWindow? ReadNumeric(Match numeric)
    {
        int day = int.Parse(numeric.Groups["a"].ValueSpan, CultureInfo.InvariantCulture);
        int month = int.Parse(numeric.Groups["b"].ValueSpan, CultureInfo.InvariantCulture);
        int year = int.Parse(numeric.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (month > 12 && day <= 12)
        {
            (day, month) = (month, day);
        }

        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new TimeWindow(new(year, month, day), new(year, month, day))
            : null;
    }

    private static int MonthNumber(string name) =>
        ("janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1;

    // Two dates make a pattern whose generated code takes longer to compile at its first use than the rest of an answer, on a busy machine
    // longer than the
    // pattern's own time limit. Interpreted, it is ready at once and quick enough for a question.
    private static readonly Regex Span = Pattern("span");

    private static readonly Regex Bounded = Pattern("bounded");

    private static readonly Regex Dated = Pattern("dated");

    private static readonly Regex Preposition = Pattern("words-before");

    [GeneratedRegex("^(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<y>\\d{4})$", RegexOptions.None, 10_000)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        "^\\s*(?:and|or|,)\\s+(?:(?:in|on|of|during|again)\\s+)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Joins();

    [GeneratedRegex("\\d{4}", RegexOptions.None, 10_000)]
    private static partial Regex HasYear();

    [GeneratedRegex("\\d+", RegexOptions.None, 10_000)]
    private static partial Regex Numbers();

    private static readonly Regex MonthName = Pattern("month");

    private static Regex Pattern(string list) =>
        LanguagePattern.Interpreted($"question-periods/{list}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000);
}
