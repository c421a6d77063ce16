namespace BriefingBot.Storage.Pgvector;

/// <summary>A term that is searched for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Found">In how many passages it stands.</param>
/// <param name="Most">What it adds at most to a passage's score.</param>
internal readonly record struct WeightedTerm(int Number, long Found, float Most);
