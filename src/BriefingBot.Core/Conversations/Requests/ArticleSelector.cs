using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>Finds all articles of a topic, an outlet or author, and a period, exactly as the store has them. Thread-safe.</summary>
internal sealed class ArticleSelector(ICoverageStore store, HybridRetriever retriever, TimeProvider clock)
{
    /// <summary>First what is about the topic, then what only mentions it.</summary>
    private static readonly bool[] Passes = [false, true];

    private const int PageSize = 1000;

    /// <summary>The articles that fit.</summary>
    /// <param name="question">Says what may be seen.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ArticleSelection> SelectAsync(Question question, ArticleRequest request, CancellationToken cancellationToken)
    {
        var all = await ListAsync(FilterFor(question), cancellationToken);
        var (found, isNear) = request.Topic is { } topic ? await FindAsync(question, topic, request, cancellationToken) : (all, false);
        if (request.Period is { } period)
        {
            found = [.. found.Where(article => article.Published is { } date && period.Contains(date.Day))];
        }

        var source = request.Source is { } name ? SourceName.Find(name, all) : null;
        if (request.Source is not null)
        {
            found = source is null ? [] : [.. found.Where(source.IsOf)];
        }

        return new ArticleSelection(
            found,
            all.Count,
            request with
            {
                Source = source?.Name ?? request.Source ?? question.Source?.Name,
            },
            isNear && found.Count > 0,
            request.Source is not null && source is null,
            source?.IsAuthor ?? question.Source?.IsAuthor ?? false
        );
    }

    private async Task<(IReadOnlyList<ArticleHeader> Articles, bool IsNear)> FindAsync(
        Question question,
        string topic,
        ArticleRequest request,
        CancellationToken cancellationToken
    )
    {
        var words = TopicWord.Read(topic);
        if (words.Count == 0)
        {
            return ([], false);
        }

        var filter = FilterFor(question) with { Window = request.Period };
        var newest = (await store.GetStatusAsync(cancellationToken)).Newest?.Day ?? question.AsOf;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);
        var last =
            question.IsBackdated ? question.AsOf
            : newest > today ? newest
            : today;
        List<ArticleHeader> found = [];
        bool[] passes = [.. Passes.Where(mentions => mentions ? request.Mentions || !request.IsLiteral : !request.Mentions)];
        foreach (bool mentions in passes)
        {
            await foreach (var article in new TopicSearch(store, mentions).FindAsync(words, filter, last, cancellationToken))
            {
                found.Add(article);
            }

            if (found.Count > 0)
            {
                break;
            }
        }

        if (found.Count > 0 || request.IsLiteral || words.Any(word => word.IsAcronym))
        {
            return (found, false);
        }

        try
        {
            return (await NearTopic.FindAsync(retriever, topic, filter, question.AsOf, cancellationToken), true);
        }
        catch (InvalidQuestionException)
        {
            return ([], false);
        }
    }

    private async Task<IReadOnlyList<ArticleHeader>> ListAsync(CoverageFilter filter, CancellationToken cancellationToken)
    {
        List<ArticleHeader> articles = [];
        for (int offset = 0; ; offset += PageSize)
        {
            var page = await store.ListArticlesAsync(filter, offset, PageSize, cancellationToken);
            articles.AddRange(page.Articles);
            if (offset + PageSize >= page.Total)
            {
                return articles;
            }
        }
    }

    private static CoverageFilter FilterFor(Question question) =>
        new()
        {
            NotAfter = question.IsBackdated ? question.AsOf : null,
            Collections = question.Collections,
            Source = question.Source,
        };
}
