namespace BriefingBot.Web.Pages.Asking;

/// <summary>What was read from a question and shall not limit its answer.</summary>
/// <param name="Time">The period.</param>
/// <param name="Source">The outlet or author.</param>
public readonly record struct SetAside(bool Time, bool Source);
