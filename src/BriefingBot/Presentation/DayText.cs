using System.Globalization;

namespace BriefingBot.Presentation;

/// <summary>Days as people type them.</summary>
internal static class DayText
{
    /// <summary>Reads a day written as yyyy-MM-dd, or says what is wrong with it.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="name">What it was given as, such as <c>--as-of</c>.</param>
    /// <param name="day">The day.</param>
    /// <param name="error">Null when it is a day.</param>
    public static bool TryParse(string text, string name, out DateOnly day, out string? error)
    {
        bool parsed = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        error = parsed ? null : $"{name} is '{text}', which is not a day; write it as 2024-06-21.";
        return parsed;
    }
}
