using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Questions;

/// <summary>Finds the period a question asks for: dates, months, years, spans, "since ...", "last week". English; relative forms count from the given day. Weeks start on Monday.</summary>
public static partial class TimeExpressionParser
{
    private const string Month = "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private const string Date = "(?:\\d{4}-\\d{2}-\\d{2}|" + Month + "\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + Month + ",?\\s+\\d{4}|"
        + Month + ",?\\s+(?:of\\s+)?\\d{4}|" + Month + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d)|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + Month + "|(?:19|20)\\d{2}|" + Month + ")";

    /// <summary>The first period named, or null. <paramref name="asOf"/> is the day that relative forms count from.</summary>
    public static TimeExpression? Parse(string question, DateOnly asOf)
    {
        if (Span.Match(question) is { Success: true } span
            && Read(span.Groups["a"].Value, asOf) is { } first && Read(span.Groups["b"].Value, asOf) is { } last && first.From <= last.To)
        {
            return new TimeExpression(new TimeWindow(first.From, last.To), span.Index, span.Length, IsLoose: false);
        }

        if (Bounded().Match(question) is { Success: true } bounded && IsDate(bounded.Groups["d"], question) && Read(bounded.Groups["d"].Value, asOf) is { } limit)
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

        return ParseRelative(question, asOf) ?? ParseDate(question, asOf);
    }

    private static TimeExpression? ParseRelative(string question, DateOnly asOf)
    {
        if (Past().Match(question) is { Success: true } past)
        {
            int count = past.Groups["n"].Success ? Count(past.Groups["n"].Value) : 1;
            var from = past.Groups["u"].Value.ToLowerInvariant() switch
            {
                "day" => asOf.AddDays(-count),
                "week" => asOf.AddDays(-7 * count),
                "month" => asOf.AddMonths(-count),
                _ => asOf.AddYears(-count),
            };
            return new TimeExpression(new TimeWindow(from, asOf), past.Index, past.Length, IsLoose: false, IsRelative: true);
        }

        if (Relative().Match(question) is not { Success: true } match)
        {
            return null;
        }

        bool last = match.Groups["w"].Value.Equals("last", StringComparison.OrdinalIgnoreCase);
        var monday = asOf.AddDays(-(((int)asOf.DayOfWeek + 6) % 7));
        var month = new DateOnly(asOf.Year, asOf.Month, 1);
        TimeWindow window = (match.Groups["u"].Value.ToLowerInvariant(), match.Value.ToLowerInvariant()) switch
        {
            ("week", _) => last ? new(monday.AddDays(-7), monday.AddDays(-1)) : new(monday, asOf),
            ("month", _) => last ? new(month.AddMonths(-1), month.AddDays(-1)) : new(month, asOf),
            ("year", _) => last ? new(new(asOf.Year - 1, 1, 1), new(asOf.Year - 1, 12, 31)) : new(new(asOf.Year, 1, 1), asOf),
            (_, "yesterday") => new(asOf.AddDays(-1), asOf.AddDays(-1)),
            _ => new(asOf, asOf),
        };
        bool loose = !last && match.Value is not ("yesterday" or "Yesterday");
        return new TimeExpression(window, match.Index, match.Length, loose, IsRelative: true);
    }

    private static TimeExpression? ParseDate(string question, DateOnly asOf)
    {
        foreach (Match match in Dated().Matches(question))
        {
            if (IsDate(match.Groups["d"], question) && Read(match.Groups["d"].Value, asOf) is { } window)
            {
                return new TimeExpression(window, match.Groups["d"].Index, match.Groups["d"].Length, !HasYear().IsMatch(match.Groups["d"].ValueSpan));
            }
        }

        return null;
    }

    /// <summary>"may" and "march" are verbs unless written as names of months, and a bare month wants a preposition before it.</summary>
    private static bool IsDate(Group date, string question)
    {
        string text = date.Value;
        if (text.Any(char.IsAsciiDigit))
        {
            return text.Length > 4 || Preposition().IsMatch(question.AsSpan(0, date.Index)) || date.Index == 0;
        }

        return char.IsAsciiLetterUpper(text[0]) && Preposition().IsMatch(question.AsSpan(0, date.Index));
    }

    private static TimeWindow? Read(string text, DateOnly asOf)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return new TimeWindow(iso, iso);
        }

        int[] numbers = [.. Numbers().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        int year = numbers.FirstOrDefault(n => n > 31);
        int day = numbers.FirstOrDefault(n => n is >= 1 and <= 31);
        int month = MonthName().Match(text) is { Success: true } name ? MonthNumber(name.Value) : 0;
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

    private static int MonthNumber(string name) =>
        ("janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1;

    private static int Count(string text) => text.ToLowerInvariant() switch
    {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "ten" => 10,
        "few" => 3,
        "couple" or "couple of" => 2,
        var digits => Math.Clamp(int.Parse(digits, CultureInfo.InvariantCulture), 1, 1000),
    };

    // Two dates make a pattern whose generated code takes longer to compile at its first use than the rest of an answer, on a busy machine longer than the
    // pattern's own time limit. Interpreted, it is ready at once and quick enough for a question.
    private static readonly Regex Span = new(
        "\\b(?:between|from)\\s+(?<a>" + Date + ")\\s+(?:and|to|until|till|through)\\s+(?<b>" + Date + ")\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex("\\b(?<w>since|after|before|until|till)\\s+(?<d>" + Date + ")(?!\\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bounded();

    [GeneratedRegex("\\b(?:(?:in|over|during|within)\\s+)?the\\s+(?:last|past)\\s+(?<n>\\d{1,3}|two|three|four|five|six|seven|ten|few|couple(?:\\s+of)?)?\\s*(?<u>day|week|month|year)s?\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Past();

    [GeneratedRegex("\\b(?:(?<w>last|this)\\s+(?<u>week|month|year)|yesterday|today)\\b(?!['’]s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Relative();

    [GeneratedRegex("(?<![\\w-])(?<d>" + Date + ")(?![\\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dated();

    [GeneratedRegex("\\b(?:in|on|of|during|by|for|from|to|since|before|after|until|till|and|between|early|late|mid|last|this|around|dated|published)[\\s-]+(?:the\\s+(?:year|month)\\s+(?:of\\s+)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Preposition();

    [GeneratedRegex("\\d{4}")]
    private static partial Regex HasYear();

    [GeneratedRegex("\\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex(Month, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthName();
}
