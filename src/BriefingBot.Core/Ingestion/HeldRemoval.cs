namespace BriefingBot.Core.Ingestion;

/// <summary>A removal that a run held back.</summary>
/// <param name="Source">The file or folder, relative to its coverage root; the whole coverage is "the coverage".</param>
/// <param name="Gone">How many of its articles are gone.</param>
/// <param name="Stored">How many are stored from it.</param>
public sealed record HeldRemoval(string Source, int Gone, int Stored);
