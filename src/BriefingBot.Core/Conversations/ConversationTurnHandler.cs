using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Conversations;

/// <summary>The way of a question, one call a stage: message in, verified answer out. Start reading here. Thread-safe.</summary>
public sealed partial class ConversationTurnHandler(
    QuestionReader reader,
    SourceLimits sources,
    RequestTable requests,
    HybridRetriever retriever,
    OverviewRetriever overview,
    ExtractiveComposer composer,
    GapRecorder gaps,
    TimeProvider clock,
    ILogger<ConversationTurnHandler> logger,
    ModelAnswerer? model = null,
    EvidenceReranker? reranker = null
)
{
    private readonly PartedQuestions _parts = new(retriever, composer);

    /// <summary>Answers one message.</summary>
    /// <exception cref="InvalidQuestionException">The text is empty, too long or has no words.</exception>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public Task<OutgoingMessage> HandleAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        HandleAsync(message, null, cancellationToken);

    /// <summary>Answers one message and tells how far it is.</summary>
    /// <exception cref="InvalidQuestionException">The text is empty, too long or has no words.</exception>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<OutgoingMessage> HandleAsync(
        IncomingMessage message,
        IProgress<TurnProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var turn = Spans.Source.StartActivity(Spans.Turn);
        StageClock stages = new(clock);

        var question = await stages.TimeAsync(Spans.Question, () => ReadAsync(message, cancellationToken));
        if (await requests.FindAnswerAsync(question, cancellationToken) is { } request)
        {
            return await GiveAsync(message, question, request, stages, cancellationToken);
        }

        var parts = await _parts.FindAnswerAsync(question, cancellationToken);
        var retrieved = await stages.TimeAsync(
            Spans.Retrieval,
            () => parts is null ? RetrieveAsync(question, cancellationToken) : Task.FromResult(parts.Retrieved)
        );
        question = retrieved.Read ?? question;
        if (reranker is not null && parts is null)
        {
            retrieved = await stages.TimeAsync(Spans.Reranking, () => reranker.RerankAsync(question, retrieved, cancellationToken));
        }

        progress?.Report(new TurnProgress(retrieved.Passages.Count));
        var draft = stages.Time(Spans.Composing, () => parts?.Draft ?? composer.Compose(question, retrieved));
        OutsidePeriod? outside = null;
        if (draft.Sentences.Count == 0 && OutsidePeriod.Widen(question) is { } wider)
        {
            var all = await RetrieveAsync(wider, cancellationToken);
            outside = OutsidePeriod.Find(question, all, composer.Compose(all.Read ?? wider, all));
            (draft, retrieved) = (outside.Draft, outside.HasFound ? all : retrieved);
        }

        if (draft.Sentences.Count == 0 && outside is not { HasFound: true } && question.Source is not null)
        {
            (question, outside) = (question with { Source = null }, null);
            retrieved = await RetrieveAsync(question, cancellationToken);
            question = retrieved.Read ?? question;
            draft = composer.Compose(question, retrieved);
        }

        var written = await AnswerAsync(message, question, retrieved, draft, stages, progress, cancellationToken);
        var answer = written.Answer;

        AnswerMetrics.Answered(answer, stages.Total);
        LogAnswered(
            logger,
            answer.Sentences.Count,
            answer.Citations.Count,
            answer.Dropped,
            answer.Abstained,
            stages.Total.TotalMilliseconds
        );
        if (answer.Abstained && message.KeepsGaps)
        {
            await gaps.RecordAsync(question, message.Asker, message.IsPrivate, cancellationToken);
        }

        return new OutgoingMessage(question, answer, retrieved, stages.ToTimings(retrieved.Encoding))
        {
            Model = written.Use,
            Fallback = written.Fallback,
            Notes =
            [
                .. ReadingNotes.Of(question, outside, answer),
                .. PartedQuestions.NotesOf(parts),
                .. LanguageNotes.Of(question, retrieved),
            ],
        };
    }

    /// <summary>A follow-up is read with the answer that it follows in view; then whose reports are asked for.</summary>
    private async Task<Question> ReadAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.History.Count > 0 && message.EarlierAnswer is null && FollowUpResolver.Depends(message.Text))
        {
            message = message with { EarlierAnswer = await FindEarlierAnswerAsync(message, cancellationToken) };
        }

        return await sources.ReadAsync(await reader.ReadAsync(message, cancellationToken), message.AnySource, cancellationToken);
    }

    /// <summary>What the last question was answered, in the articles' words; empty when it was no question or found nothing.</summary>
    private async Task<string> FindEarlierAnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var earlier = reader.Read(
                message with
                {
                    Text = message.History[^1],
                    History = [.. message.History.SkipLast(1)],
                    EarlierAnswer = "",
                }
            );
            var retrieved = await RetrieveAsync(earlier, cancellationToken);
            return string.Join(' ', composer.Compose(retrieved.Read ?? earlier, retrieved).Sentences.Select(sentence => sentence.Text));
        }
        catch (InvalidQuestionException)
        {
            return "";
        }
    }

    private Task<RetrievedPassages> RetrieveAsync(Question question, CancellationToken cancellationToken) =>
        question.IsOverview ? overview.RetrieveAsync(question, cancellationToken) : retriever.RetrieveAsync(question, cancellationToken);

    /// <summary>The answer to a request: what it shows of the coverage is checked as any answer is.</summary>
    private async Task<OutgoingMessage> GiveAsync(
        IncomingMessage message,
        Question question,
        RequestAnswer request,
        StageClock stages,
        CancellationToken cancellationToken
    )
    {
        DraftAnswer draft = new(ComposerKind.Extractive, request.Sentences);
        var answer = stages.Time(Spans.Verifying, () => CitationVerifier.Verify(draft, request.Evidence, question.AsOf));
        OutgoingMessage given = new(question, answer, request.Evidence, stages.ToRequestTimings())
        {
            Request = request.Kind,
            Statement = request.Statement,
        };
        AnswerMetrics.Answered(answer, stages.Total);
        LogAnswered(
            logger,
            answer.Sentences.Count,
            answer.Citations.Count,
            answer.Dropped,
            given.Abstained,
            stages.Total.TotalMilliseconds
        );
        if (given.Abstained && message.KeepsGaps)
        {
            await gaps.RecordAsync(question, message.Asker, message.IsPrivate, cancellationToken);
        }

        return given;
    }

    /// <summary>
    /// The checked answer. Where the extractive composer finds nothing, the model is not asked: what the coverage does not say stays
    /// unsaid.
    /// </summary>
    private async Task<ModelAnswer> AnswerAsync(
        IncomingMessage message,
        Question question,
        RetrievedPassages retrieved,
        DraftAnswer draft,
        StageClock stages,
        IProgress<TurnProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (model is null || message.Composer == ComposerChoice.Extractive || draft.Sentences.Count == 0)
        {
            var quoted = stages.Time(Spans.Verifying, () => CitationVerifier.Verify(draft, retrieved, question.AsOf));
            return new ModelAnswer(quoted, null, ModelFallback.None);
        }

        Action<AnswerInProgress>? show = progress is null
            ? null
            : soFar => progress.Report(new TurnProgress(retrieved.Passages.Count, soFar));
        return await stages.TimeAsync(
            Spans.Writing,
            () => model.AnswerAsync(question, retrieved, draft, message.Asker, show, cancellationToken)
        );
    }

    [LoggerMessage(
        EventIds.Conversations,
        LogLevel.Debug,
        "Answered with {Sentences} sentences and {Citations} citations, {Dropped} dropped, abstained: {Abstained}, in {Milliseconds:F1} ms"
    )]
    private static partial void LogAnswered(ILogger logger, int sentences, int citations, int dropped, bool abstained, double milliseconds);
}
