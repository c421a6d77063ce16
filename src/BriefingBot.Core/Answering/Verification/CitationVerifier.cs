using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// The gate: deterministic, no model, and it does not ask who wrote the draft. A sentence passes when every quote it rests on stands
/// verbatim in the cited passage, or, where only a passage was named, when words of that passage bear it out; its numbers, dates, names and
/// quoted spans stand in what it cites, in the same place and sense as far as rules can tell. A citation that names the wrong passage is
/// moved to the retrieved one that has it; a sentence that fails is dropped and counted. Nothing rests on what was planted in an article.
/// One verifier checks one draft, sentence by sentence as they are written; not thread-safe.
/// </summary>
/// <param name="retrieved">What was found.</param>
/// <param name="strictness">How much of a sentence must stand in its evidence.</param>
/// <param name="entailment">Asked of sentences that passed the check and are not what they rest on word for word; null: nobody is.</param>
public sealed class CitationVerifier(
    RetrievedPassages retrieved,
    Strictness strictness = Strictness.Strict,
    IEntailmentJudge? entailment = null
)
{
    private readonly SentenceCheck _check = new(new Evidence(retrieved), strictness);
    private readonly MaskedSentence _masked = new(retrieved);
    private readonly CitationList _citations = new();
    private readonly List<VerifiedSentence> _sentences = [];
    private readonly List<DroppedSentence> _dropped = [];
    private bool _paragraphPending;

    /// <summary>How many sentences were dropped so far.</summary>
    public int Dropped => _dropped.Count;

    /// <summary>Those, in their order: a copy that later sentences do not change.</summary>
    public IReadOnlyList<DroppedSentence> DroppedSentences => [.. _dropped];

    /// <summary>Checks a whole draft against what was retrieved; the answer speaks for the day <paramref name="asOf"/>.</summary>
    public static VerifiedAnswer Verify(DraftAnswer draft, RetrievedPassages retrieved, DateOnly asOf) =>
        Verify(draft, retrieved, asOf, droppedBefore: []);

    /// <summary>The same in place of a draft of which these sentences were dropped: they stay counted.</summary>
    public static VerifiedAnswer Verify(
        DraftAnswer draft,
        RetrievedPassages retrieved,
        DateOnly asOf,
        IReadOnlyList<DroppedSentence> droppedBefore
    )
    {
        CitationVerifier verifier = new(retrieved);
        verifier._dropped.AddRange(droppedBefore);
        foreach (var sentence in draft.Sentences)
        {
            verifier.Add(sentence);
        }

        return verifier.Complete(draft.Composer, asOf);
    }

    /// <summary>Checks the next sentence; null when it did not pass the check and was dropped.</summary>
    public VerifiedSentence? Add(DraftSentence sentence)
    {
        _paragraphPending |= sentence.StartsParagraph;
        var verdict = _check.Check(sentence);
        if ((verdict.Fault ?? FindFaultOfModel(sentence.Text, verdict.Located)) is { } fault)
        {
            _dropped.Add(new DroppedSentence(_masked.Of(sentence.Text), fault));
            return null;
        }

        int[] numbers = [.. verdict.Located.Select(_citations.Add).Distinct()];
        VerifiedSentence verified = new(sentence.Text, numbers, _paragraphPending && _sentences.Count > 0) { Label = sentence.Label };
        _sentences.Add(verified);
        _paragraphPending = false;
        return verified;
    }

    private DropReason? FindFaultOfModel(string text, IReadOnlyList<LocatedQuote> located) =>
        entailment is null
        || located.Any(quote => quote.Text.Contains(text, StringComparison.Ordinal))
        || entailment.IsEntailed(string.Join(' ', located.Select(quote => quote.Text)), text)
            ? null
            : DropReason.NotEntailed;

    /// <summary>What passed the check so far: a copy that later sentences do not change.</summary>
    public AnswerInProgress SoFar() => new([.. _sentences], _citations.ToList());

    /// <summary>The answer of the sentences that passed the check; a refusal when none did.</summary>
    public VerifiedAnswer Complete(ComposerKind composer, DateOnly asOf) =>
        new()
        {
            Sentences = [.. _sentences],
            Citations = _citations.ToList(),
            DroppedSentences = DroppedSentences,
            Composer = composer,
            AsOf = asOf,
            Nearest = _sentences.Count > 0 ? [] : NearestArticles(retrieved),
        };

    private static IReadOnlyList<ArticleHeader> NearestArticles(RetrievedPassages retrieved) =>
        [.. retrieved.Passages.Select(p => p.Passage.Article).DistinctBy(article => article.Id).Take(3)];
}
