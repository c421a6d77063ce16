namespace BriefingBot.Storage.Search.Feeding;

/// <summary>The counters of a store that searches follow.</summary>
/// <param name="Index">Grows with every change of the coverage.</param>
/// <param name="Reload">The state at which the active vectors changed as a whole.</param>
/// <param name="Blocks">How many blocks of terms are complete.</param>
internal readonly record struct FeedState(long Index, long Reload, long Blocks);
