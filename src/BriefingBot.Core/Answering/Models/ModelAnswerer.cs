using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// Lets the model write an answer and checks it sentence by sentence while it is written. When the model fails, is used up, or too little
/// of what it writes passes the check, the extractive answer takes its place, behind whatever was shown already. Thread-safe.
/// </summary>
public sealed partial class ModelAnswerer(
    ModelStream model,
    PromptLibrary prompts,
    DraftCache cache,
    ModelLimits limits,
    IOptions<ModelOptions> options,
    IOptions<AnsweringOptions> answering,
    TimeProvider clock,
    ILogger<ModelAnswerer> logger,
    IEntailmentJudge? entailment = null
)
{
    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was found.</param>
    /// <param name="extractive">The extractive draft, which stands in; not empty.</param>
    /// <param name="asker">Whose share it is taken from; null when nobody's.</param>
    /// <param name="show">Told the checked beginning whenever it grew; null when nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ModelAnswer> AnswerAsync(
        Question question,
        RetrievedPassages retrieved,
        DraftAnswer extractive,
        string? asker,
        Action<AnswerInProgress>? show,
        CancellationToken cancellationToken
    )
    {
        var prompt = prompts.Get(PromptKind.Answer);
        var context = PassageContext.Choose(retrieved.Passages, options.Value.ContextTokens);
        string key = DraftCache.KeyOf(question.Standalone, context, prompt.Tag, model.Model, question.AsOf);
        ModelAttempt attempt = new(retrieved, options.Value.Strictness, entailment, show);
        if (cache.Find(key) is { } kept)
        {
            attempt.AddAll(kept);
            return Finish(
                question,
                retrieved,
                extractive,
                attempt,
                kept.Use with
                {
                    FromCache = true,
                    InputTokens = 0,
                    OutputTokens = 0,
                    Cost = null,
                    Duration = TimeSpan.Zero,
                    FirstSentence = null,
                }
            );
        }

        var (usedUp, permit) = await limits.TryTakeAsync(asker, cancellationToken);
        if (permit is null)
        {
            attempt.Failure = usedUp;
            return Finish(question, retrieved, extractive, attempt, null);
        }

        using (permit)
        {
            var use = await WriteAsync(Render(prompt, question, context), context, asker, key, attempt, cancellationToken);
            return Finish(question, retrieved, extractive, attempt, use);
        }
    }

    private RenderedPrompt Render(Prompt prompt, Question question, PassageContext context)
    {
        PromptFences fences = new();
        return prompt.Render(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Placeholders.Nonce] = fences.Nonce,
                [Placeholders.Passages] = context.Write(fences),
                [Placeholders.Question] = fences.Question(question.Standalone),
                [Placeholders.AsOf] = question.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                [Placeholders.MaxSentences] = Math.Max(answering.Value.MaxSentences, 3)
                    .ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        );
    }

    private async Task<ModelUse?> WriteAsync(
        RenderedPrompt prompt,
        PassageContext context,
        string? asker,
        string key,
        ModelAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        DraftReader reader = new([.. context.Passages.Select(passage => passage.Id)]);
        ModelCallResult result = new();
        List<DraftSentence> sentences = [];
        TimeSpan? first = null;
        long started = clock.GetTimestamp();
        try
        {
            ModelCall call = new(
                ModelPurpose.Answer,
                prompt,
                options.Value.MaxOutputTokens,
                TimeSpan.FromSeconds(options.Value.Timeout),
                asker
            );
            await foreach (string piece in model.WriteAsync(call, result, cancellationToken))
            {
                Add(reader.Add(piece));
            }

            Add(reader.Complete());
            attempt.RefusedToAnswer = reader.RefusedToAnswer && sentences.Count == 0;
            cache.Keep(key, new ModelDraft(sentences, attempt.RefusedToAnswer, result.Use!));
        }
        catch (ModelException exception)
        {
            attempt.Failure = exception.Reason;
            LogFellBack(exception.Reason, exception.Message);
        }

        return result.Use is { } use ? use with { FirstSentence = first } : null;

        void Add(IEnumerable<DraftSentence> drafts)
        {
            foreach (var draft in drafts)
            {
                sentences.Add(draft);
                if (attempt.Add(draft))
                {
                    first ??= clock.GetElapsedTime(started);
                }
            }
        }
    }

    private ModelAnswer Finish(Question question, RetrievedPassages retrieved, DraftAnswer extractive, ModelAttempt attempt, ModelUse? use)
    {
        if (attempt.Failure == ModelFallback.None && !attempt.RefusedToAnswer && attempt.VerifiedShare < options.Value.MinVerifiedShare)
        {
            attempt.Failure = ModelFallback.NotVerified;
        }

        if (attempt.Failure == ModelFallback.None)
        {
            return new ModelAnswer(attempt.Verifier.Complete(ComposerKind.Model, question.AsOf), use, ModelFallback.None);
        }

        Metrics.FellBack(attempt.Failure.ToString());
        return new ModelAnswer(attempt.WithExtractive(extractive, retrieved, question.AsOf), use, attempt.Failure);
    }

    [LoggerMessage(
        EventIds.Answering + 11,
        LogLevel.Warning,
        "The model did not write the answer ({Reason}), so the extractive one is given: {Message}"
    )]
    private partial void LogFellBack(ModelFallback reason, string message);
}
