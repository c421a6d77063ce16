using BriefingBot.Core.Retrieval;

namespace BriefingBot.Documents.Answers;

/// <summary>A passage that was found for a question.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The fused score; comparable within one answer only.</param>
internal sealed record RetrievedDocument(string Article, string Passage, double Score)
{
    /// <summary>Makes the document of a retrieved passage.</summary>
    public static RetrievedDocument From(RetrievedPassage retrieved) =>
        new(retrieved.Passage.Article.Id.Value, retrieved.Passage.Id.ToString(), Math.Round(retrieved.Score, 6));
}
