using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// Lets the model write summaries and digests; every sentence is checked. Null whenever the model does not: the caller then quotes.
/// Thread-safe.
/// </summary>
public sealed partial class ModelSummarizer(
    ModelStream model,
    PromptLibrary prompts,
    DraftCache cache,
    ModelLimits limits,
    IOptions<ModelOptions> options,
    TimeProvider clock,
    ILogger<ModelSummarizer> logger,
    IEntailmentJudge? entailment = null
)
{
    private const int SummarySentences = 2;
    private const int DigestSentences = 5;

    /// <summary>How much of an article goes into its summary: what happened stands at the top.</summary>
    private const int PassagesPerSummary = 8;

    /// <summary>The summary of an article; null when the model gives none that passes the check.</summary>
    /// <param name="passages">The article's passages in reading order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<VerifiedAnswer?> SummarizeAsync(IReadOnlyList<StoredPassage> passages, CancellationToken cancellationToken) =>
        WriteAsync(
            ModelPurpose.Summary,
            PromptKind.Summary,
            null,
            SummarySentences,
            [.. passages.Where(IsText).Take(PassagesPerSummary)],
            cancellationToken
        );

    /// <summary>The digest of several articles; null when the model gives none that passes the check.</summary>
    /// <param name="topic">What they were chosen by; null: nothing.</param>
    /// <param name="articles">The passages of each, the newest article first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<VerifiedAnswer?> DigestAsync(
        string? topic,
        IReadOnlyList<IReadOnlyList<StoredPassage>> articles,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            ModelPurpose.Digest,
            PromptKind.Digest,
            topic,
            DigestSentences,
            [.. articles.SelectMany(passages => passages.Where(IsText).Take(2))],
            cancellationToken
        );

    private async Task<VerifiedAnswer?> WriteAsync(
        ModelPurpose purpose,
        PromptKind kind,
        string? topic,
        int sentences,
        IReadOnlyList<StoredPassage> passages,
        CancellationToken cancellationToken
    )
    {
        RetrievedPassages evidence = new([.. passages.Select(p => new RetrievedPassage(p, 1, 0, [], 1))], [], TimeSpan.Zero);
        var context = PassageContext.InOrder(passages, options.Value.ContextTokens);
        if (context.Passages.Count == 0)
        {
            return null;
        }

        var asOf = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var prompt = prompts.Get(kind);
        string key = DraftCache.KeyOf(
            topic ?? "",
            context,
            prompt.Tag,
            model.Model,
            purpose == ModelPurpose.Digest ? asOf : DateOnly.MinValue
        );
        var draft = cache.Find(key) ?? await AskAsync(purpose, prompt, topic, sentences, context, key, asOf, cancellationToken);
        if (draft is null || draft.RefusedToAnswer)
        {
            return null;
        }

        CitationVerifier verifier = new(evidence, options.Value.Strictness, entailment);
        int verified = draft.Sentences.Count(sentence => verifier.Add(sentence) is not null);
        return verified > 0 && verified >= options.Value.MinVerifiedShare * draft.Sentences.Count
            ? verifier.Complete(ComposerKind.Model, asOf)
            : null;
    }

    private async Task<ModelDraft?> AskAsync(
        ModelPurpose purpose,
        Prompt prompt,
        string? topic,
        int sentences,
        PassageContext context,
        string key,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var (usedUp, permit) = await limits.TryTakeAsync(null, cancellationToken);
        using (permit)
        {
            return usedUp == ModelFallback.None ? await ReadAsync(Render(), cancellationToken) : null;
        }

        RenderedPrompt Render()
        {
            PromptFences fences = new();
            return prompt.Render(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [Placeholders.Nonce] = fences.Nonce,
                    [Placeholders.Passages] = context.Write(fences),
                    [Placeholders.Topic] = topic is null ? "" : fences.Topic(topic),
                    [Placeholders.AsOf] = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    [Placeholders.MaxSentences] = sentences.ToString(CultureInfo.InvariantCulture),
                }
            );
        }

        async Task<ModelDraft?> ReadAsync(RenderedPrompt rendered, CancellationToken token)
        {
            DraftReader reader = new([.. context.Passages.Select(passage => passage.Id)]);
            ModelCallResult result = new();
            List<DraftSentence> drafts = [];
            try
            {
                ModelCall call = new(purpose, rendered, options.Value.MaxOutputTokens, TimeSpan.FromSeconds(options.Value.Timeout), null);
                await foreach (string piece in model.WriteAsync(call, result, token))
                {
                    drafts.AddRange(reader.Add(piece));
                }

                drafts.AddRange(reader.Complete());
            }
            catch (ModelException exception)
            {
                LogQuoted(purpose, exception.Reason, exception.Message);
                return null;
            }

            ModelDraft draft = new(drafts, reader.RefusedToAnswer, result.Use!);
            cache.Keep(key, draft);
            return draft;
        }
    }

    private static bool IsText(StoredPassage passage) => passage.Kind is PassageKind.Headline or PassageKind.Body;

    [LoggerMessage(
        EventIds.Answering + 20,
        LogLevel.Warning,
        "No {Purpose} by the model ({Reason}), so the articles are quoted instead: {Message}"
    )]
    private partial void LogQuoted(ModelPurpose purpose, ModelFallback reason, string message);
}
