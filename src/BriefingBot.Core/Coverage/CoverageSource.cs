namespace BriefingBot.Core.Coverage;

/// <summary>An outlet or an author of the coverage.</summary>
/// <param name="Name">As the coverage writes it.</param>
/// <param name="IsAuthor">An author, not an outlet.</param>
/// <param name="Credits">The outlets or bylines of its articles, to the letter; empty: the coverage has nothing by it.</param>
public sealed record CoverageSource(string Name, bool IsAuthor, IReadOnlyList<string> Credits);
