using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering;

/// <summary>
/// Puts the date behind a weekday in square brackets, as the bot's own words: "on Friday [June 21, 2024]". A weekday in a report is the
/// last one up to its day; one that the report says is to come is the next. The checked words themselves stay as they are. Stateless.
/// </summary>
public static partial class WeekdayDates
{
    /// <summary>The sentence as it is shown; unchanged where no cited report is dated, or the sentence dates the day itself.</summary>
    /// <param name="sentence">The checked sentence.</param>
    /// <param name="citations">The citations that its numbers mean.</param>
    public static string Show(VerifiedSentence sentence, IReadOnlyList<Citation> citations)
    {
        var cited = citations
            .Where(citation => sentence.Citations.Contains(citation.Number))
            .Select(citation => citation.Article.Published?.Day)
            .Distinct()
            .ToArray();
        return cited is [{ } published] ? Show(sentence.Text, published) : sentence.Text;
    }

    /// <summary>The same for a text of a report of that day.</summary>
    public static string Show(string text, DateOnly published) =>
        Weekday.Replace(
            text,
            match =>
            {
                var wanted = Enum.Parse<DayOfWeek>(match.Groups["day"].Value);
                int back = ((int)published.DayOfWeek - (int)wanted + 7) % 7;
                string before = match.Groups["before"].Value;
                var day =
                    before.StartsWith("next", StringComparison.OrdinalIgnoreCase) || ToCome().IsMatch(text.AsSpan(0, match.Index))
                        ? published.AddDays(back == 0 ? 7 : 7 - back)
                    : before.StartsWith("last", StringComparison.OrdinalIgnoreCase) && back == 0 ? published.AddDays(-7)
                    : published.AddDays(-back);
                return string.Create(CultureInfo.InvariantCulture, $"{match.Value} [{day:MMMM d, yyyy}]");
            }
        );

    /// <summary>
    /// A weekday as a time: not "Friday's", "Black Friday", "every Friday", "Friday, June 21" or "Friday night football" with a date behind
    /// it.
    /// </summary>
    private static readonly TieredRegex Weekday = LanguagePattern.Tiered("weekday-dates/weekday", RegexOptions.CultureInvariant, 1000);

    [GeneratedRegex(
        "\\b(?:will|is expected to|are expected to|expects? to|plans? to|is to|are to|due|scheduled|is set to|are set "
            + "to|upcoming)\\b[^.;]{0,80}$",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex ToCome();
}
