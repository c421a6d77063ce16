namespace BriefingBot.Web.Pages.Timelines;

/// <summary>A day named below the picture.</summary>
/// <param name="X">From the left, in units of the picture.</param>
/// <param name="Label">The day.</param>
/// <param name="Anchor">Which end of the label stands there, as SVG has it.</param>
public sealed record TimelineTick(double X, string Label, string Anchor);
