using BriefingBot.Core.Answering.Disagreements;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering;

/// <summary>
/// An answer whose every sentence was checked against the articles, or a refusal. Only the verifier makes one. No record: a record could be
/// copied with something changed.
/// </summary>
public sealed class VerifiedAnswer
{
    internal VerifiedAnswer() { }

    /// <summary>True when the coverage does not say.</summary>
    public bool Abstained => Sentences.Count == 0;

    /// <summary>The sentences in reading order; empty when abstained.</summary>
    public required IReadOnlyList<VerifiedSentence> Sentences { get; init; }

    /// <summary>The citations in the order of their numbers.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Where sentences say the same with another number or date.</summary>
    public IReadOnlyList<Disagreement> Disagreements => field ??= DisagreementFinder.Find(Sentences, Citations);

    /// <summary>The sentences of the draft that did not pass the check, in their order.</summary>
    public required IReadOnlyList<DroppedSentence> DroppedSentences { get; init; }

    /// <summary>How many those are.</summary>
    public int Dropped => DroppedSentences.Count;

    /// <summary>Who wrote the draft.</summary>
    public required ComposerKind Composer { get; init; }

    /// <summary>The day the answer speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The articles nearest to the question; offered when abstained.</summary>
    public required IReadOnlyList<ArticleHeader> Nearest { get; init; }
}
