namespace BriefingBot.Storage.Search.Feeding;

/// <summary>An article, as far as searches need it.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Collection">Its collection.</param>
/// <param name="Day">The day number of its publication, or <see cref="PassageColumns.Undated"/>.</param>
internal readonly record struct FedArticle(long Number, string Collection, int Day);
