using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql.Kept;

/// <summary>A citation inside a JSON column. The names are stored: never rename.</summary>
internal sealed record CitationColumn(
    int Number,
    string Article,
    int Revision,
    int Ordinal,
    int Start,
    int End,
    string Quote,
    HeaderColumn Header
)
{
    public static CitationColumn From(Citation citation) =>
        new(
            citation.Number,
            citation.Passage.Article.Value,
            citation.Passage.Revision,
            citation.Passage.Ordinal,
            citation.Start,
            citation.End,
            citation.Quote,
            HeaderColumn.From(citation.Article)
        );

    public Citation ToCitation() =>
        new(Number, Header.ToHeader(), new PassageId(ArticleId.Parse(Article), Revision, Ordinal), Start, End, Quote);
}
