using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Where a passage stands.</summary>
/// <param name="Key">Its own number.</param>
/// <param name="Revision">The number of its revision.</param>
/// <param name="Passage">Its place there.</param>
/// <param name="Planted">The spans that talk to machines; null where they must be searched for.</param>
internal sealed record PassagePlace(long Key, long Revision, Passage Passage, IReadOnlyList<TextSpan>? Planted)
{
    /// <summary>The passage, cut from the text of its revision, or from as much of it as reaches to its end.</summary>
    public StoredPassage CutFrom(ReadOnlySpan<char> text, ArticleHeader header) =>
        new(
            Key,
            new PassageId(header.Id, header.Revision, Passage.Ordinal),
            Passage.Kind,
            Passage.Start,
            text[Passage.Start..Passage.End].ToString(),
            header
        )
        {
            KeptPlanted = Planted,
        };
}
