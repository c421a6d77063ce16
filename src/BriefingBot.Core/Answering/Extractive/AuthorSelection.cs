using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// For "who wrote ...": the line of the best article that names its author, with the headline before it; nothing when that article names
/// none.
/// </summary>
internal static class AuthorSelection
{
    public static List<ScoredSentence> Select(RetrievedPassages retrieved, List<ScoredSentence> scored)
    {
        var withByline = scored.Where(s =>
            s.Passage.Passage.Kind == PassageKind.Byline
            && s.Passage.Passage.Article.Byline is { } author
            && s.Sentence.Text.Contains(author, StringComparison.OrdinalIgnoreCase)
        );
        var article = retrieved.Passages.Select(p => p.Passage.Article.Id).First();
        var byline = withByline.FirstOrDefault(s => s.Passage.Passage.Article.Id == article);
        var headline = scored.FirstOrDefault(s =>
            s.Passage.Passage.Kind == PassageKind.Headline && s.Passage.Passage.Article.Id == article
        );
        return byline is null ? []
            : headline is null ? [byline]
            : [headline, byline];
    }
}
