using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Reads a time of day and, when it is unmistakable, its offset from UTC: "13:25", "9:30 a.m. EST", "10:15 GMT", "08:00 +09:00", "14h05",
/// "오후 2:05".
/// </summary>
internal static class TimeText
{
    /// <summary>The first time of day in the text.</summary>
    public static (TextSpan Span, TimeOnly Time, TimeSpan? Offset)? Find(string text)
    {
        foreach (Match match in Clock.Matches(text))
        {
            if (Read(match) is { } time)
            {
                return (new TextSpan(match.Index, match.Index + match.Length), time, Offset(match));
            }
        }

        return null;
    }

    private static TimeOnly? Read(Match match)
    {
        int hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (match.Groups["half"].Value is ['p' or 'P', ..] or "오후" or "午後" ? 12 : 0);
        }
        else if (!match.Groups["minute"].Success)
        {
            return null;
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    // Zones whose letters mean one offset only; "ET", "CST" or "IST" do not.
    private static TimeSpan? Offset(Match match)
    {
        if (match.Groups["sign"].Success)
        {
            int minutes =
                (int.Parse(match.Groups["offsethour"].ValueSpan, CultureInfo.InvariantCulture) * 60)
                + int.Parse(match.Groups["offsetminute"].ValueSpan, CultureInfo.InvariantCulture);
            return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(match.Groups["sign"].Value == "+" ? minutes : -minutes);
        }

        return match.Groups["zone"].Value switch
        {
            "GMT" or "UTC" or "Z" => TimeSpan.Zero,
            "EST" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "KST" or "JST" => TimeSpan.FromHours(9),
            "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            _ => null,
        };
    }

    private static readonly TieredRegex Clock = LanguagePattern.Tiered(
        "dates/clock",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
