using BriefingBot.Core.Answering.Verification.Clauses.Rules;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>
/// Lets a sentence pass only when one clause of the evidence says it: reads both as clauses, aligns their words and puts the alignment to one rule after the
/// other. Stateless.
/// </summary>
internal static class ClauseGate
{
    /// <summary>From this share of its pairs of words on a sentence follows its evidence closely: what differs was changed.</summary>
    private const double Close = 0.45;

    /// <summary>The same where freer wording is allowed: what follows less closely is left to the facts, the words and the sense.</summary>
    private const double CloseWhenBalanced = 0.5;

    /// <summary>The share of words that a freely worded sentence may have of its own.</summary>
    private const double MostRiding = 0.34;

    /// <summary>The first fault, or null.</summary>
    /// <param name="claim">The sentence.</param>
    /// <param name="evidence">The sentences of what it cites, in order.</param>
    /// <param name="reporters">The roots of the words of outlets and authors.</param>
    /// <param name="strictness">How strict.</param>
    public static DropReason? FindFault(ClauseSentence claim, IReadOnlyList<ClauseSentence> evidence, IReadOnlySet<string> reporters, Strictness strictness)
    {
        var alignment = ClauseAligner.Align(claim, evidence);
        bool isClose = WordPairs.Share(alignment) >= (strictness == Strictness.Strict ? Close : CloseWhenBalanced);
        if (strictness == Strictness.Balanced && !isClose)
        {
            return null;
        }

        var joints = ClauseJoints.Of(alignment);
        var fault = SpeakerRule.FindFault(alignment, reporters, strictness)
            ?? OperatorRule.FindFault(alignment, strictness)
            ?? BoundRule.FindFault(alignment, strictness)
            ?? TitleRule.FindFault(alignment)
            ?? RoleRule.FindFault(alignment);
        if (fault is not null)
        {
            return fault;
        }

        return (isClose ? SpliceRule.FindFault(alignment, joints) : null)
            ?? (strictness == Strictness.Strict ? RiderRule.FindFault(alignment, reporters, isClose ? 0 : MostRiding) : null);
    }
}
