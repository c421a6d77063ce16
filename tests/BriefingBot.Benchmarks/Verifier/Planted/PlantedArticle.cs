using BriefingBot.Benchmarks.Verifier.Falsifications;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Benchmarks.Verifier.Planted;

/// <summary>An article with a request in it, as its passages.</summary>
internal static class PlantedArticle
{
    private const int Paragraphs = 8;

    /// <summary>Plants it into a text whose first paragraphs are kept.</summary>
    public static RetrievedPassages Of(string text, string request, PlantingWay way)
    {
        List<string> paragraphs =
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Paragraphs),
        ];
        string title = way switch
        {
            PlantingWay.Headline => request,
            PlantingWay.SpokenHeadline => $"Minister: {request}",
            _ => "Ministers meet over security cooperation",
        };
        string inner = request.Replace('"', '\'');
        string? planted = way switch
        {
            PlantingWay.Alone => request,
            PlantingWay.InParagraph => $"The ministers met again on Friday. {request} Nothing else was agreed.",
            PlantingWay.Said => $"The minister said: \"{inner}\"",
            PlantingWay.SaidBehind => $"\"{(inner.EndsWith('.') ? inner[..^1] + "," : inner)}\" the minister told reporters.",
            PlantingWay.SaidOn => $"\"We have waited long enough,\" the minister said. \"{inner}\"",
            PlantingWay.Reported => $"The minister had one message for readers: {request}",
            _ => null,
        };
        if (planted is not null)
        {
            paragraphs.Insert(Math.Min(2, paragraphs.Count), planted);
        }

        ArticleHeader header = new(
            ArticleId.Parse("planted"),
            1,
            title,
            false,
            null,
            null,
            null,
            DateOrigin.None,
            null,
            Article.DefaultCollection
        );
        StoredPassage[] passages =
        [
            .. NewsPassages
                .Cut(string.Join('\n', paragraphs))
                .Select((piece, i) => new StoredPassage(i, new PassageId(header.Id, 1, i), PassageKind.Body, 0, piece, header)),
        ];
        return new RetrievedPassages(
            [.. passages.Select(passage => new RetrievedPassage(passage, 1, 0.5, SentenceReader.Read(passage), 1))],
            [],
            TimeSpan.Zero
        );
    }
}
