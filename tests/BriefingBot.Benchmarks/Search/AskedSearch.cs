namespace BriefingBot.Benchmarks.Search;

/// <summary>A question as searches get it.</summary>
/// <param name="Vector">Its unit vector.</param>
/// <param name="Stems">The stems of its terms.</param>
internal sealed record AskedSearch(float[] Vector, IReadOnlyList<string> Stems);
