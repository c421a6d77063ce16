namespace BriefingBot.Core.Commands.Sources;

/// <summary>What the coverage holds of one outlet.</summary>
/// <param name="Outlet">Its name; null for articles that name none.</param>
/// <param name="Articles">How many current articles.</param>
/// <param name="First">The earliest publication day; null when none is dated.</param>
/// <param name="Last">The latest.</param>
/// <param name="Undated">How many have no date.</param>
public sealed record OutletSummary(string? Outlet, int Articles, DateOnly? First, DateOnly? Last, int Undated);
