using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Evaluation;

/// <summary>Asks every question of a set as a person would and compares what comes back with what must.</summary>
public sealed class EvaluationRunner(ConversationTurnHandler handler, ICoverageStore store)
{
    /// <summary>Runs a set, one question after the other, so that latencies are those of a single asker.</summary>
    /// <param name="set">The questions.</param>
    /// <param name="composer">Who shall write the answers.</param>
    /// <param name="progress">Told the number of questions done; may be null.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<EvaluationReport> RunAsync(
        QuestionSet set,
        ComposerChoice composer,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        List<QuestionResult> results = new(set.Entries.Count);
        foreach (var entry in set.Entries)
        {
            results.Add(await AskAsync(entry, composer, cancellationToken));
            progress?.Report(results.Count);
        }

        return EvaluationReport.Of(results);
    }

    private async Task<QuestionResult> AskAsync(QuestionSetEntry entry, ComposerChoice composer, CancellationToken cancellationToken)
    {
        IncomingMessage message = new(entry.Question)
        {
            History = entry.History,
            AsOf = entry.AsOf,
            Composer = composer,
            KeepsGaps = false,
        };
        OutgoingMessage reply;
        try
        {
            reply = await handler.HandleAsync(message, cancellationToken);
        }
        catch (InvalidQuestionException exception)
        {
            // A question that is turned away is a refusal: right or wrong as the set says.
            return new QuestionResult(
                entry,
                true,
                Rank(entry, []),
                AnswerRight(entry, ""),
                CitationRight(entry, []),
                EvidenceRecall(entry, ""),
                0,
                0,
                0,
                0,
                TimeSpan.Zero,
                exception.Message
            );
        }

        var answer = reply.Answer;
        string text = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text).Prepend(reply.Statement).OfType<string>());
        string folded = FoldedText.Of(text);
        string[] cited = [.. answer.Citations.Select(citation => citation.Article.Id.Value).Distinct()];
        return new QuestionResult(
            entry,
            reply.Abstained,
            Rank(entry, reply.Retrieved.Passages),
            AnswerRight(entry, folded),
            CitationRight(entry, cited),
            EvidenceRecall(entry, folded),
            answer.Sentences.Count,
            answer.Sentences.Count(sentence => sentence.Citations.Count == 0),
            answer.Citations.Count,
            await CountVerbatimAsync(answer, cancellationToken),
            reply.Timings.Total,
            text
        )
        {
            Composer = answer.Composer,
            Fallback = reply.Fallback,
            Dropped = answer.Dropped,
            Standalone = reply.Question.Standalone,
        };
    }

    private static int? Rank(QuestionSetEntry entry, IReadOnlyList<RetrievedPassage> retrieved)
    {
        IReadOnlyList<string>? right = entry.Articles ?? entry.ArticlesAll;
        if (right is null || entry.Abstain)
        {
            return null;
        }

        string[] ranking = [.. retrieved.Select(p => p.Passage.Article.Id.Value).Distinct()];
        return Array.FindIndex(ranking, right.Contains) + 1;
    }

    private static bool? AnswerRight(QuestionSetEntry entry, string folded)
    {
        if (entry.ContainsAll is null && entry.ContainsAny is null)
        {
            return null;
        }

        return (entry.ContainsAll?.All(Holds) ?? true) && (entry.ContainsAny?.Any(Holds) ?? true);

        bool Holds(string wanted) => folded.Contains(FoldedText.Of(wanted), StringComparison.Ordinal);
    }

    private static bool? CitationRight(QuestionSetEntry entry, IReadOnlyCollection<string> cited)
    {
        if (entry.Articles is null && entry.ArticlesAll is null && entry.ArticlesNot is null)
        {
            return null;
        }

        return (entry.Articles?.Any(cited.Contains) ?? true)
            && (entry.ArticlesAll?.All(cited.Contains) ?? true)
            && !(entry.ArticlesNot?.Any(cited.Contains) ?? false);
    }

    private static double? EvidenceRecall(QuestionSetEntry entry, string folded) =>
        entry.Evidence is not { Count: > 0 } evidence
            ? null
            : (double)evidence.Count(sentence => folded.Contains(FoldedText.Of(sentence), StringComparison.Ordinal)) / evidence.Count;

    private async Task<int> CountVerbatimAsync(VerifiedAnswer answer, CancellationToken cancellationToken)
    {
        int verbatim = 0;
        foreach (var citation in answer.Citations)
        {
            StoredArticle? article = await store.FindArticleAsync(citation.Article.Id, citation.Passage.Revision, cancellationToken);
            if (
                article is not null
                && citation.End <= article.Article.Text.Length
                && article.Article.Text[citation.Start..citation.End] == citation.Quote
            )
            {
                verbatim++;
            }
        }

        return verbatim;
    }
}
