using BriefingBot.Core.Briefings.Timelines;

namespace BriefingBot.Web.Pages.Timelines;

/// <summary>A report in the picture.</summary>
/// <param name="Report">The report.</param>
/// <param name="X">From the left, in units of the picture.</param>
/// <param name="Y">From the top.</param>
/// <param name="Colour">The number of its outlet's colour; 0 for all that have none of their own.</param>
public sealed record TimelineDot(TimelineReport Report, double X, double Y, int Colour);
