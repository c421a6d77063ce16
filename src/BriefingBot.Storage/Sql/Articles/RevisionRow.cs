using System.Data.Common;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>A row of the table of revisions with the article's name; reads what <see cref="ArticleWriter"/> writes.</summary>
internal sealed record RevisionRow(long Number, ArticleHeader Header, long Ingested, string? Dateline, string Text)
{
    /// <summary>The columns that <see cref="Read"/> expects, of <c>revision r</c> and <c>article a</c>.</summary>
    public const string Columns =
        "r.number, a.id, r.revision, r.title, r.title_derived, r.outlet, r.byline, r.published, r.date_origin, r.url, "
        + "r.collection, r.ingested, r.dateline, r.updated, r.text";

    /// <summary>Which of them is the text.</summary>
    public const int TextColumn = 14;

    /// <summary>The row that a reader stands on.</summary>
    public static RevisionRow Read(DbDataReader row) =>
        new(row.GetInt64(0), ReadHeader(row), row.GetInt64(11), row.ReadText(12), row.ReadText(TextColumn)!);

    /// <summary>The header alone, of the same columns.</summary>
    public static ArticleHeader ReadHeader(DbDataReader row) =>
        new(
            ArticleId.Parse(row.GetString(1)),
            row.GetInt32(2),
            row.ReadText(3)!,
            row.ReadFlag(4),
            row.ReadText(5),
            row.ReadText(6),
            row.ReadText(7) is { } published ? PublicationDate.Parse(published) : null,
            (DateOrigin)row.GetInt32(8),
            row.ReadText(9),
            row.ReadText(10)!
        )
        {
            Updated = row.ReadText(13) is { } updated ? PublicationDate.Parse(updated) : null,
        };

    /// <summary>Is this what the store would write for the article (its passages aside)?</summary>
    public bool HoldsSame(Article article) =>
        Header
            == new ArticleHeader(
                article.Id,
                Header.Revision,
                article.Title,
                article.TitleDerived,
                article.Outlet,
                article.Byline,
                Rounded(article.Published),
                article.DateOrigin,
                article.Url,
                article.Collection
            )
            {
                Updated = Rounded(article.Updated),
            }
        && Dateline == article.Dateline
        && Text == article.Text;

    /// <summary>The article that was stored.</summary>
    public Article ToArticle(IReadOnlyList<Passage> passages) =>
        new()
        {
            Id = Header.Id,
            Title = Header.Title,
            TitleDerived = Header.TitleDerived,
            Outlet = Header.Outlet,
            Byline = Header.Byline,
            Dateline = Dateline,
            Published = Header.Published,
            Updated = Header.Updated,
            DateOrigin = Header.DateOrigin,
            Url = Header.Url,
            Collection = Header.Collection,
            Text = Text,
            Passages = passages,
        };

    private static PublicationDate? Rounded(PublicationDate? date) => date is { } known ? PublicationDate.Parse(known.ToString()) : null;
}
