using System.Globalization;
using BriefingBot.Core.Briefings.Timelines;

namespace BriefingBot.Web.Pages.Timelines;

/// <summary>
/// A timeline as a picture: a dot a report, days from left to right, reports of one day above each other, a colour an outlet.
/// </summary>
public sealed record TimelinePicture
{
    /// <summary>The width of the picture; it is scaled to the page.</summary>
    public const double Width = 1000;

    /// <summary>So many outlets have a colour of their own, those with the most reports.</summary>
    public const int Colours = 7;

    private const double Margin = 24;
    private const double Column = 16;
    private const double TallestStack = 220;
    private const double Head = 34;
    private const double Foot = 30;
    private const int MostTicks = 6;

    /// <summary>The height.</summary>
    public required double Height { get; init; }

    /// <summary>The radius of a dot.</summary>
    public required double Radius { get; init; }

    /// <summary>The dots, from left to right and from the bottom up.</summary>
    public required IReadOnlyList<TimelineDot> Dots { get; init; }

    /// <summary>The days named below.</summary>
    public required IReadOnlyList<TimelineTick> Ticks { get; init; }

    /// <summary>The outlets that have a colour, by its number from 1.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Are there dots without a colour of their own?</summary>
    public bool HasOthers => Dots.Any(static dot => dot.Colour == 0);

    /// <summary>The line that the dots stand on.</summary>
    public double Ground => Height - Foot;

    /// <summary>Draws the dated reports; null when there are none.</summary>
    public static TimelinePicture? Of(IReadOnlyList<TimelineReport> reports)
    {
        var dated = reports.Where(static report => report.Article.Published is not null).ToList();
        if (dated.Count == 0)
        {
            return null;
        }

        List<string> outlets =
        [
            .. reports
                .GroupBy(static report => report.Article.Outlet ?? "", StringComparer.Ordinal)
                .Where(static group => group.Key.Length > 0)
                .OrderByDescending(static group => group.Count())
                .ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => group.Key)
                .Take(Colours),
        ];
        var (first, last) = (DayOf(dated[0]), DayOf(dated[^1]));
        var columns = dated.GroupBy(report => Math.Round(Place(DayOf(report), first, last) / Column)).ToList();
        double step = Math.Min(Column, TallestStack / columns.Max(static column => column.Count()));
        double height = Head + Foot + (step * columns.Max(static column => column.Count()));
        return new TimelinePicture
        {
            Height = height,
            Radius = step * 0.42,
            Outlets = outlets,
            Dots =
            [
                .. columns.SelectMany(column =>
                    column.Select(
                        (report, level) =>
                            new TimelineDot(
                                report,
                                Place(DayOf(column.First()), first, last),
                                height - Foot - (step * (level + 0.6)),
                                outlets.IndexOf(report.Article.Outlet ?? "") + 1
                            )
                    )
                ),
            ],
            Ticks = TicksOf(first, last),
        };
    }

    private static DateOnly DayOf(TimelineReport report) => report.Article.Published!.Value.Day;

    private static double Place(DateOnly day, DateOnly first, DateOnly last) =>
        first == last
            ? Width / 2
            : Margin + ((Width - (2 * Margin)) * (day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber));

    private static List<TimelineTick> TicksOf(DateOnly first, DateOnly last)
    {
        int days = last.DayNumber - first.DayNumber;
        int ticks = Math.Min(MostTicks, days + 1);
        string format =
            days > 700 ? "MMM yyyy"
            : first.Year == last.Year ? "MMM d"
            : "MMM d, yyyy";
        return
        [
            .. Enumerable
                .Range(0, ticks)
                .Select(i =>
                {
                    var day = first.AddDays(ticks == 1 ? 0 : (int)Math.Round((double)days * i / (ticks - 1)));
                    string anchor =
                        ticks == 1 || (i > 0 && i < ticks - 1) ? "middle"
                        : i == 0 ? "start"
                        : "end";
                    return new TimelineTick(
                        Place(day, first, last),
                        day.ToString(ticks == 1 ? "MMMM d, yyyy" : format, CultureInfo.InvariantCulture),
                        anchor
                    );
                }),
        ];
    }
}
