namespace BriefingBot.Storage.Moving;

/// <summary>What copying a store into another database came to.</summary>
/// <param name="Source">What was copied, as messages call it.</param>
/// <param name="Target">Where to.</param>
/// <param name="Rows">How many rows the target holds, all compared with the source.</param>
/// <param name="Copied">How many of them this run wrote; the others were there from a run that was interrupted.</param>
/// <param name="Articles">Current articles.</param>
/// <param name="Passages">Current passages.</param>
/// <param name="Questions">Questions of chats.</param>
public sealed record StoreMove(string Source, string Target, long Rows, long Copied, long Articles, long Passages, long Questions);
