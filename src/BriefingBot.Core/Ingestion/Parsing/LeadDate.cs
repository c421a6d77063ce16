using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// A full date that opens the lead and is none of its sentence: "February 23, 2024: The council...", "(Feb. 23, 2024) — The council...".
/// </summary>
internal static class LeadDate
{
    private const int Longest = 60;

    /// <summary>The date; null when the lead opens otherwise.</summary>
    public static PublicationDate? Read(string lead) => Find(lead)?.Date;

    /// <summary>How many UTF-16 units it takes, separator and blanks included.</summary>
    public static int LengthIn(string lead) => Find(lead)?.Length ?? 0;

    private static (PublicationDate Date, int Length)? Find(string lead)
    {
        string head = lead[..Math.Min(lead.Length, Longest)];
        if (DateText.FindAll(head).FirstOrDefault() is not { Span.Length: > 0 } found || !IsOpening(head.AsSpan(0, found.Span.Start)))
        {
            return null;
        }

        int at = found.Span.End;
        while (at < head.Length && head[at] is ' ' or ')' or ']')
        {
            at++;
        }

        int separator = at;
        while (at < head.Length && head[at] is ':' or '—' or '–' or '-' or '|' or ' ')
        {
            at++;
        }

        bool parted =
            head.AsSpan(separator, at - separator).ContainsAny(":—–-|")
            && (at < head.Length && (char.IsUpper(head[at]) || head[at] is '“' or '"'));
        return parted ? (new PublicationDate(found.Day), at) : null;
    }

    // Brackets, or the day of the week.
    private static bool IsOpening(ReadOnlySpan<char> before)
    {
        string bare = before.Trim(" (,[.").ToString();
        return bare.Length == 0
            || Enum.TryParse<DayOfWeek>(bare, ignoreCase: true, out _)
            || (bare.Length == 3 && Enum.GetNames<DayOfWeek>().Any(day => day.StartsWith(bare, StringComparison.OrdinalIgnoreCase)));
    }
}
