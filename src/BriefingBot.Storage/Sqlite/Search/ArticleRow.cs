namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>A row of the table of articles, as far as searches need it.</summary>
internal sealed record ArticleRow(long Number, string Collection, long? PublishedOrder);
