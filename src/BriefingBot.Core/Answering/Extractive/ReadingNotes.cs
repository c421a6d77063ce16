using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>Says how a question was read where the reader should know; whole sentences. Stateless.</summary>
public static class ReadingNotes
{
    /// <summary>The sentences; empty when there is nothing to say.</summary>
    /// <param name="question">The question as understood.</param>
    /// <param name="outside">What was found outside its period; null when that was not looked for.</param>
    /// <param name="answer">The checked answer.</param>
    public static IEnumerable<string> Of(Question question, OutsidePeriod? outside, VerifiedAnswer answer)
    {
        if (question.Asked is { IsCounted: true } && DatedReports(answer) is { Length: > 1 } reports)
        {
            yield return $"The reports are from different times: {string.Join("; ", reports)}.";
        }

        foreach (var term in question.Terms.Where(term => term.ReadAs is not null))
        {
            yield return $"“{term.Surface}” was read as “{term.ReadAs}”.";
        }

        if (question is { NamedSource: { } source, Source: null, IsSourceSetAside: false })
        {
            yield return answer.Abstained
                ? $"The coverage has nothing on this from {source.Name}, nor from others."
                : $"The coverage has nothing on this from {source.Name}; this is from others.";
        }
        else if (question.Source is not null)
        {
            yield return OfSource(question.Source);
        }

        if (question.Period is { } period && (question.Window is not null || question.HintedWindow is not null))
        {
            string days = Of(period, question.AsOf);
            if (outside is { Newest: { } newest })
            {
                yield return $"The coverage has nothing on this from {days}; the newest on it is “{newest.Title}” "
                    + $"({Of(newest.Published)}).";
            }
            else if (outside is not null)
            {
                yield return $"The coverage has nothing on this from {days}, and nothing from any other time.";
            }
            else
            {
                yield return OfPeriod(question, period);
            }

            if (question.Window is not null && Undated(answer) is { Length: > 0 } undated)
            {
                yield return $"{string.Join(", ", undated)} {(undated.Length == 1 ? "is" : "are")} undated and may be from another time.";
            }
        }
    }

    /// <summary><c>“this week” was read as November 22 to 28, 2026.</c>, or <c>The period asked about is May 2022.</c></summary>
    /// <param name="question">The question as understood.</param>
    /// <param name="period">Its period.</param>
    public static string OfPeriod(Question question, TimeWindow period) =>
        Of(period, question.AsOf) is var days && string.Equals(days, question.PeriodWords, StringComparison.OrdinalIgnoreCase)
            ? $"The period asked about is {days}."
            : $"“{question.PeriodWords}” was read as {days}.";

    /// <summary><c>Only reports from Reuters were looked at.</c></summary>
    public static string OfSource(CoverageSource source) =>
        $"Only reports {(source.IsAuthor ? "by" : "from")} {source.Name} were looked at.";

    /// <summary><c>November 22 to 28, 2026</c>, <c>February 2024</c>, <c>since May 1, 2024</c>.</summary>
    public static string Of(TimeWindow window, DateOnly asOf)
    {
        if (window.From == DateOnly.MinValue)
        {
            return $"until {Of(window.To)}";
        }

        if (window.To == DateOnly.MaxValue)
        {
            return $"{Of(window.From)} to {Of(asOf)}";
        }

        var (from, to) = (window.From, window.To);
        bool wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        return (from == to, wholeMonths) switch
        {
            (true, _) => Of(from),
            (_, true) when from.Year == to.Year && from is { Month: 1 } && to is { Month: 12 } => from.Year.ToString(
                CultureInfo.InvariantCulture
            ),
            (_, true) when from.Year == to.Year && from.Month == to.Month => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            _ when from.Year == to.Year && from.Month == to.Month => string.Create(
                CultureInfo.InvariantCulture,
                $"{from:MMMM d} to {to:%d}, {to:yyyy}"
            ),
            _ => $"{Of(from)} to {Of(to)}",
        };
    }

    /// <summary>The marks of what is cited from undated articles.</summary>
    private static string[] Undated(VerifiedAnswer answer) =>
        [
            .. answer
                .Citations.Where(citation => citation.Article.Published is null)
                .Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")),
        ];

    /// <summary>The cited reports of an answer that rests on several, each once, with day and time.</summary>
    private static string[] DatedReports(VerifiedAnswer answer) =>
        [
            .. answer
                .Citations.Where(citation => citation.Article.Published is not null)
                .DistinctBy(citation => citation.Article.Id)
                .Select(citation =>
                    string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {ReadableDate.Of(citation.Article.Published)}")
                ),
        ];

    private static string Of(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Of(PublicationDate? published) => published is { } date ? Of(date.Day) : "undated";
}
