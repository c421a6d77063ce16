using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>Finds articles that are near to a topic in meaning and hold most of its words. Stateless.</summary>
internal static class NearTopic
{
    /// <summary>An article is about the topic when one of its passages with its headline holds this share of the topic's words.</summary>
    private const double TopicCoverage = 0.5;

    /// <summary>The articles, newest first, undated last.</summary>
    /// <param name="retriever">Finds them.</param>
    /// <param name="topic">The topic as it was typed.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="asOf">The day it is asked on.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public static async Task<IReadOnlyList<ArticleHeader>> FindAsync(
        HybridRetriever retriever,
        string topic,
        CoverageFilter filter,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var question = QuestionText.ReadTopic(topic, asOf) with
        {
            IsBackdated = filter.NotAfter is not null,
            Collections = filter.Collections,
            Source = filter.Source,
        };
        var retrieved = await retriever.RetrieveAsync(question, cancellationToken);
        TermCoverage coverage = new(question.Terms);
        return
        [
            .. retrieved
                .Passages.Where(p => TermCoverage.Weigh(BitsOf(p, coverage), retrieved.Weights) >= TopicCoverage)
                .Select(p => p.Passage.Article)
                .DistinctBy(article => article.Id)
                .OrderByDescending(article => article.Published is not null)
                .ThenByDescending(article => article.Published)
                .ThenBy(article => article.Id.Value, StringComparer.Ordinal),
        ];
    }

    private static ulong BitsOf(RetrievedPassage passage, TermCoverage coverage) =>
        passage.Sentences.Aggregate(
            coverage.Of(WordTokenizer.Tokenize(passage.Passage.Article.Title)),
            (bits, sentence) => bits | sentence.Terms
        );
}
