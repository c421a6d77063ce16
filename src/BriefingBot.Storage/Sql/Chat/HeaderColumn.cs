using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>An article's header inside a JSON column, as it was when it was cited. The names are stored: never rename.</summary>
internal sealed record HeaderColumn(
    string Id,
    int Revision,
    string Title,
    bool TitleDerived,
    string? Outlet,
    string? Byline,
    string? Published,
    int DateOrigin,
    string? Url,
    string Collection,
    string? Updated = null
)
{
    public static HeaderColumn From(ArticleHeader header) =>
        new(
            header.Id.Value,
            header.Revision,
            header.Title,
            header.TitleDerived,
            header.Outlet,
            header.Byline,
            header.Published?.ToString(),
            (int)header.DateOrigin,
            header.Url,
            header.Collection,
            header.Updated?.ToString()
        );

    public ArticleHeader ToHeader() =>
        new(
            ArticleId.Parse(Id),
            Revision,
            Title,
            TitleDerived,
            Outlet,
            Byline,
            Published is null ? null : PublicationDate.Parse(Published),
            (DateOrigin)DateOrigin,
            Url,
            Collection
        )
        {
            Updated = Updated is null ? null : PublicationDate.Parse(Updated),
        };
}
