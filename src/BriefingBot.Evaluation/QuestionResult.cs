using BriefingBot.Core.Answering;

namespace BriefingBot.Evaluation;

/// <summary>How one question of a set came out. Values that a question does not ask for are null.</summary>
/// <param name="Entry">The question.</param>
/// <param name="Abstained">No answer was given.</param>
/// <param name="Rank">The rank from 1 of the first right article among the retrieved ones; 0 when it is not there.</param>
/// <param name="AnswerRight">The answer holds what it must hold.</param>
/// <param name="CitationRight">A right article is cited, all that must be are, and none that must not be.</param>
/// <param name="EvidenceRecall">The share of the gold sentences that the answer quotes.</param>
/// <param name="Sentences">Sentences of the answer.</param>
/// <param name="Uncited">Those without a citation.</param>
/// <param name="Quotes">Citations.</param>
/// <param name="Verbatim">Those whose quote is exactly its slice of the stored article.</param>
/// <param name="Latency">From question to answer.</param>
/// <param name="Answer">The answer as text.</param>
public sealed record QuestionResult(
    QuestionSetEntry Entry,
    bool Abstained,
    int? Rank,
    bool? AnswerRight,
    bool? CitationRight,
    double? EvidenceRecall,
    int Sentences,
    int Uncited,
    int Quotes,
    int Verbatim,
    TimeSpan Latency,
    string Answer
)
{
    /// <summary>Who wrote the draft.</summary>
    public ComposerKind Composer { get; init; }

    /// <summary>Why a configured model did not write it, or not all of it.</summary>
    public ModelFallback Fallback { get; init; }

    /// <summary>Sentences that did not pass the check.</summary>
    public int Dropped { get; init; }

    /// <summary>The question as understood; null when it was turned away.</summary>
    public string? Standalone { get; init; }

    /// <summary>Everything the question asks for holds.</summary>
    public bool Right =>
        Entry.Abstain ? Abstained : !Abstained && AnswerRight != false && CitationRight != false && EvidenceRecall is not 0;
}
