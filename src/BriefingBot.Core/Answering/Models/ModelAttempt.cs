using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Models;

/// <summary>A model's answer while it is checked. What was shown is never taken back. Not thread-safe.</summary>
internal sealed class ModelAttempt(
    RetrievedPassages retrieved,
    Strictness strictness,
    IEntailmentJudge? entailment,
    Action<AnswerInProgress>? show
)
{
    private int _verified;
    private bool _shown;

    /// <summary>The gate.</summary>
    public CitationVerifier Verifier { get; } = new(retrieved, strictness, entailment);

    /// <summary>The model said that the passages do not answer.</summary>
    public bool RefusedToAnswer { get; set; }

    /// <summary>Why it is not the model's answer; none while it may be.</summary>
    public ModelFallback Failure { get; set; }

    /// <summary>The share of the sentences that passed the check; 0 when there were none.</summary>
    public double VerifiedShare => _verified == 0 ? 0 : (double)_verified / (_verified + Verifier.Dropped);

    /// <summary>Checks a sentence, and shows what stands so far when it passes.</summary>
    public bool Add(DraftSentence sentence)
    {
        if (Verifier.Add(sentence) is null)
        {
            return false;
        }

        _verified++;
        if (show is not null)
        {
            _shown = true;
            show(Verifier.SoFar());
        }

        return true;
    }

    /// <summary>Checks a draft that was kept.</summary>
    public void AddAll(ModelDraft draft)
    {
        RefusedToAnswer = draft.RefusedToAnswer;
        foreach (var sentence in draft.Sentences)
        {
            Add(sentence);
        }
    }

    /// <summary>
    /// The extractive answer; behind what was shown of the model's, which passed the check too. What was dropped stays counted.
    /// </summary>
    public VerifiedAnswer WithExtractive(DraftAnswer extractive, RetrievedPassages passages, DateOnly asOf)
    {
        if (!_shown)
        {
            return CitationVerifier.Verify(extractive, passages, asOf, Verifier.DroppedSentences);
        }

        var quoted = Verifier.SoFar().Citations.Select(citation => citation.Quote).ToArray();
        bool startsParagraph = true;
        foreach (
            var sentence in extractive.Sentences.Where(sentence =>
                !quoted.Any(quote => quote.Contains(sentence.Text, StringComparison.Ordinal))
            )
        )
        {
            Verifier.Add(sentence with { StartsParagraph = sentence.StartsParagraph || startsParagraph });
            startsParagraph = false;
        }

        return Verifier.Complete(ComposerKind.Model, asOf);
    }
}
