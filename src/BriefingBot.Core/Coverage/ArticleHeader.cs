namespace BriefingBot.Core.Coverage;

/// <summary>What a list or a citation shows of an article, without its text.</summary>
/// <param name="Id">The article.</param>
/// <param name="Revision">Its current revision.</param>
/// <param name="Title">The headline.</param>
/// <param name="TitleDerived">True when the headline was made from the lead.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Published">The date, or null for undated.</param>
/// <param name="DateOrigin">Where the date was read.</param>
/// <param name="Url">The article's own address.</param>
/// <param name="Collection">The collection.</param>
public sealed record ArticleHeader(
    ArticleId Id,
    int Revision,
    string Title,
    bool TitleDerived,
    string? Outlet,
    string? Byline,
    PublicationDate? Published,
    DateOrigin DateOrigin,
    string? Url,
    string Collection
)
{
    /// <summary>When the outlet says it changed it last; null when it does not say.</summary>
    public PublicationDate? Updated { get; init; }
}
