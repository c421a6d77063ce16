using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Conversations.Requests.Kinds;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>
/// What is asked for that no single sentence answers: counts and lists, briefings, timelines, comparisons, opinions. Start reading here:
/// one row a kind, one file each, its words in <c>Language/English/request-*.txt</c>. The first kind whose words fit and that has something
/// to give takes the message; everything else is a question. Thread-safe.
/// </summary>
public sealed class RequestTable(
    ICoverageStore store,
    HybridRetriever retriever,
    ExtractiveComposer composer,
    TimeProvider clock,
    IStoryStore? stories = null
)
{
    private readonly RequestKind[] _kinds = Kinds(new ArticleSelector(store, retriever, clock), store, retriever, composer, stories);

    private static RequestKind[] Kinds(
        ArticleSelector articles,
        ICoverageStore store,
        HybridRetriever retriever,
        ExtractiveComposer composer,
        IStoryStore? stories
    ) =>
        [
            new ListOutlets(articles, store), // which outlets do you have?
            new ListAuthors(articles, store), // who wrote the articles?
            new CountArticles(articles, store), // how many articles are about ...?
            new FindExtremes(articles, store), // what is the oldest article?
            new WriteTimeline(articles, store), // timeline of ...
            new CompareSides(articles, store), // compare ... and ...
            new FindReporters(articles, store, stories), // which outlets reported ...?
            new BriefOnTopic(articles, store, stories), // summarise ..., what is new on ...?
            new ListArticles(articles, store), // list the articles by ...
            new ReportOpinion(retriever, composer), // what does ... think of ...?
            new DescribePerson(retriever), // who is ...?
            new LocatePlace(retriever), // where is ...?
        ];

    /// <summary>What is given for a request; null: the message is none, or none that the coverage has anything for.</summary>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<RequestAnswer?> FindAnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var text = RequestText.Read(question);
        foreach (var kind in _kinds)
        {
            if (
                text.IsShort
                && kind.Read(text) is { } words
                && await kind.AnswerAsync(words, text, question, cancellationToken) is { } answer
            )
            {
                return answer with { Kind = kind.Name };
            }
        }

        return null;
    }
}
