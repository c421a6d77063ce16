using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Weekdays;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// How often the date that is put behind a weekday is right, on sentences that date it themselves: "on Tuesday, May 24" is read without its
/// date, where that is within a week of the report.
/// </summary>
internal static partial class WeekdayCheck
{
    private const int MostDays = 7;

    public static async Task RunAsync(string articles, bool isVerbose, CancellationToken cancellationToken)
    {
        (int right, int wrong, int undated, int all) = (0, 0, 0, 0);
        (int mentioned, int shownDates) = (0, 0);
        await foreach (string line in File.ReadLinesAsync(articles, cancellationToken))
        {
            using var article = JsonDocument.Parse(line);
            if (
                !article.RootElement.TryGetProperty("published", out var date)
                || date.GetString() is not { Length: >= 10 } stated
                || !DateOnly.TryParseExact(stated[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published)
            )
            {
                continue;
            }

            string text = article.RootElement.GetProperty("text").GetString() ?? "";
            foreach (var span in SentenceSplitter.Split(text))
            {
                string sentence = text[span.Start..span.End];
                string asShown = WeekdayDates.Show(sentence, published);
                int brackets = Bracket().Count(asShown) - Bracket().Count(sentence);
                mentioned += Bare().Count(sentence);
                shownDates += brackets;
                if (isVerbose && (Bare().IsMatch(sentence) || brackets > 0))
                {
                    Console.WriteLine($"S {published:ddd yyyy-MM-dd} {asShown.ReplaceLineEndings(" ")}");
                }

                foreach (Match dated in Dated().Matches(sentence))
                {
                    if (DayOf(dated, published) is not { } day)
                    {
                        continue;
                    }

                    var weekday = dated.Groups["weekday"];
                    string bare = sentence[..(weekday.Index + weekday.Length)] + sentence[(dated.Index + dated.Length)..];
                    string shown = WeekdayDates.Show(bare, published);
                    string right1 = string.Create(CultureInfo.InvariantCulture, $"{weekday.Value} [{day:MMMM d, yyyy}]");
                    string behind = BehindOf(shown, bare, weekday.Index + weekday.Length);
                    all++;
                    if (behind.Length == 0)
                    {
                        undated++;
                    }
                    else if (right1.EndsWith(behind, StringComparison.Ordinal))
                    {
                        right++;
                    }
                    else
                    {
                        wrong++;
                        if (isVerbose)
                        {
                            Console.WriteLine(
                                $"{published:ddd yyyy-MM-dd}, is {day:yyyy-MM-dd}, shown {behind}: {bare.ReplaceLineEndings(" ")}"
                            );
                        }
                    }
                }
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{all} weekdays: dated rightly {right}, wrongly {wrong} ({100.0 * wrong / Math.Max(1, right + wrong):F1} % of the dated), not dated {undated}; of {mentioned} weekdays without a date {shownDates} get one"
            )
        );
    }

    /// <summary>What stands in brackets behind the weekday that ends at this place of the bare sentence; empty: nothing.</summary>
    private static string BehindOf(string shown, string bare, int end)
    {
        int at = 0;
        int place = 0;
        while (at < end && place < shown.Length)
        {
            if (shown[place] == bare[at])
            {
                at++;
                place++;
            }
            else if (shown.IndexOf(']', place) is >= 0 and var close)
            {
                place = close + 1;
            }
            else
            {
                return "";
            }
        }

        var behind = Bracket().Match(shown, place);
        return behind.Success && behind.Index == place ? behind.Value.Trim() : "";
    }

    private static DateOnly? DayOf(Match dated, DateOnly published)
    {
        foreach (int year in (int[])[published.Year, published.Year - 1, published.Year + 1])
        {
            if (
                DateOnly.TryParseExact(
                    $"{dated.Groups["month"].Value[..3]} {dated.Groups["day"].Value} {year}",
                    "MMM d yyyy",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                && Math.Abs(day.DayNumber - published.DayNumber) <= MostDays
                && day.DayOfWeek.ToString() == dated.Groups["weekday"].Value
            )
            {
                return day;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?<day>\d{1,2})\b(?:,\s+\d{4})?",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!['’]s)(?!,?\s+(?:the\s+)?(?:\d|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec))",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Bare();

    [GeneratedRegex(@"\s\[[^\]]*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();
}
