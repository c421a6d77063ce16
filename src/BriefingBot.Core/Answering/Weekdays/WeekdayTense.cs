namespace BriefingBot.Core.Answering.Weekdays;

/// <summary>When a weekday of a report lies, against the day of the report.</summary>
internal enum WeekdayTense
{
    /// <summary>The report does not tell.</summary>
    Unknown,

    /// <summary>Up to the day of the report.</summary>
    Past,

    /// <summary>After it.</summary>
    Future,
}
