using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// For "when was the article about ... published": the headline of the best article, whose source line carries the date, and its date line
/// when it has one. Nothing for an undated article: its date is not known.
/// </summary>
internal static class PublicationSelection
{
    public static List<ScoredSentence> Select(RetrievedPassages retrieved, List<ScoredSentence> scored)
    {
        var article = retrieved.Passages[0].Passage.Article;
        return article.Published is null
            ? []
            :
            [
                .. scored
                    .Where(s =>
                        s.Passage.Passage.Article.Id == article.Id && s.Passage.Passage.Kind is PassageKind.Headline or PassageKind.Byline
                    )
                    .OrderBy(s => s.Sentence.Start)
                    .Take(2),
            ];
    }
}
