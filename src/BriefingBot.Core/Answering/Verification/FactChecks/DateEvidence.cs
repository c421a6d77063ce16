using BriefingBot.Core.Answering.Facts;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>
/// What a passage and the day of its publication say of dates. A day without a year is the nearest one to that day, a weekday the last or
/// the next one, and "yesterday" counts from it; undated articles give what they name and no more.
/// </summary>
internal sealed class DateEvidence
{
    private readonly List<StatedDate> _stated;
    private readonly HashSet<int> _years = [];
    private readonly HashSet<DateOnly> _days = [];
    private readonly DateOnly? _published;
    private bool _saysToday;

    /// <summary>Resolves the dates.</summary>
    public DateEvidence(IEnumerable<StatedDate> stated, IEnumerable<StatedNumber> numbers, DateOnly? published)
    {
        _stated = [.. stated];
        _published = published;
        foreach (
            var number in numbers.Where(number =>
                number.Unit is null && number.Value is >= 1500 and < 2100 && number.Value == decimal.Truncate(number.Value)
            )
        )
        {
            _years.Add((int)number.Value);
        }

        if (published is { } day)
        {
            _years.Add(day.Year);
            _days.Add(day);
        }

        foreach (var date in _stated)
        {
            Resolve(date);
        }
    }

    /// <summary>Does it bear the date out?</summary>
    public bool Bears(StatedDate said)
    {
        if (_stated.Exists(said.Names))
        {
            return true;
        }

        if (said.Phrase is not null)
        {
            return false;
        }

        if (said.Weekday is { } weekday)
        {
            return _stated.Exists(date => date.Weekday == weekday)
                || _days.Any(day => (_saysToday || day != _published) && day.DayOfWeek == weekday);
        }

        if (said.Month is { } month)
        {
            return _days.Any(day => day.Month == month && (said.Day ?? day.Day) == day.Day && (said.Year ?? day.Year) == day.Year)
                || _stated.Exists(date =>
                    date.Month == month
                    && (said.Day is null || date.Day == said.Day)
                    && (said.Year is null || date.Year == said.Year || (date.Year is null && _years.Contains(said.Year.Value)))
                );
        }

        return said.Year is { } year && _years.Contains(year);
    }

    /// <summary>Is the number a year that it names?</summary>
    public bool HasYear(decimal number) => _stated.Exists(date => date.Year == number);

    private void Resolve(StatedDate date)
    {
        if (date.Year is { } year)
        {
            _years.Add(year);
        }

        if (date is { Month: { } month, Day: { } dayOfMonth })
        {
            AddDay(month, dayOfMonth, date.Year);
        }
        else if (_published is { } published)
        {
            if (date.Weekday is { } weekday)
            {
                int back = ((int)published.DayOfWeek - (int)weekday + 7) % 7;
                _days.Add(published.AddDays(-back));
                _days.Add(published.AddDays(7 - back));
            }

            AddPhrase(date.Phrase, published);
        }
    }

    private void AddDay(int month, int dayOfMonth, int? year)
    {
        if (year is { } stated)
        {
            Add(stated);
        }
        else if (_published is { } published)
        {
            // The nearest of last year's, this year's and next year's.
            int nearest = Enumerable
                .Range(published.Year - 1, 3)
                .Where(candidate => dayOfMonth <= DateTime.DaysInMonth(candidate, month))
                .OrderBy(candidate => Math.Abs(new DateOnly(candidate, month, dayOfMonth).DayNumber - published.DayNumber))
                .FirstOrDefault(published.Year);
            Add(nearest);
        }

        void Add(int candidate)
        {
            if (dayOfMonth <= DateTime.DaysInMonth(candidate, month))
            {
                _days.Add(new DateOnly(candidate, month, dayOfMonth));
            }
        }
    }

    private void AddPhrase(string? phrase, DateOnly published)
    {
        switch (phrase)
        {
            case "today" or "tonight":
                _saysToday = true;
                break;
            case "yesterday":
                _days.Add(published.AddDays(-1));
                break;
            case "tomorrow":
                _days.Add(published.AddDays(1));
                break;
            case "lastyear":
                _years.Add(published.Year - 1);
                break;
            case "nextyear":
                _years.Add(published.Year + 1);
                break;
        }
    }
}
