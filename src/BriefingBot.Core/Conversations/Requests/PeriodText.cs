using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>Periods as people read them.</summary>
internal static class PeriodText
{
    /// <summary><c>June 1, 2024 to June 7, 2024</c>, <c>since June 1, 2024</c>, <c>June 21, 2024</c>.</summary>
    public static string Of(TimeWindow period) =>
        period switch
        {
            _ when period.From == DateOnly.MinValue => $"until {ReadableDate.Of(period.To)}",
            _ when period.To == DateOnly.MaxValue => $"since {ReadableDate.Of(period.From)}",
            _ when period.From == period.To => ReadableDate.Of(period.From),
            _ => $"{ReadableDate.Of(period.From)} to {ReadableDate.Of(period.To)}",
        };
}
