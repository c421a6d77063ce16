using BriefingBot.Core.Answering.Verification.Clauses.Joints;
using BriefingBot.Core.Answering.Verification.Clauses.Rules;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>
/// Lets a sentence pass only when one clause of the evidence says it: reads both as clauses, aligns their words and puts the alignment to
/// one rule after the other. Stateless.
/// </summary>
internal static class ClauseGate
{
    /// <summary>From this share of its pairs of words on a sentence follows its evidence closely: what differs was changed.</summary>
    private const double Close = 0.5;

    /// <summary>The same where freer wording is allowed: what follows less closely is left to the facts, the words and the sense.</summary>
    private const double CloseWhenBalanced = 0.6;

    /// <summary>The share of words that a freely worded sentence may have of its own.</summary>
    private const double MostRiding = 0.5;

    /// <summary>A freely worded sentence has this share of its words in one sentence of the evidence.</summary>
    private const double LeastInOneSentence = 0.5;

    /// <summary>So many words with a meaning without a verb say nothing.</summary>
    private const int LongestFragment = 2;

    /// <summary>So many sentences of the evidence are tried by themselves.</summary>
    private const int MostTried = 2;

    /// <summary>The first fault, or null.</summary>
    /// <param name="claim">The sentence.</param>
    /// <param name="evidence">The sentences of what it cites, in order.</param>
    /// <param name="reporters">The roots of the words of outlets and authors.</param>
    /// <param name="strictness">How strict.</param>
    public static DropReason? FindFault(
        ClauseSentence claim,
        IReadOnlyList<ClauseSentence> evidence,
        IReadOnlySet<string> reporters,
        Strictness strictness
    )
    {
        if (strictness == Strictness.Strict && IsFragment(claim))
        {
            return DropReason.NotSupported;
        }

        var alignment = ClauseAligner.Align(claim, evidence);
        bool isClose = WordPairs.Share(alignment) >= (strictness == Strictness.Strict ? Close : CloseWhenBalanced);
        if (!isClose)
        {
            return strictness == Strictness.Strict ? FindFaultOfFree(alignment, reporters) : null;
        }

        // The way with the fewest leaps may lead through a sentence that says it otherwise than another one that says it too.
        return
            FindFaultOfClose(alignment, reporters, strictness) is { } fault
            && !Nearest(claim, evidence).Any(sentence => SaysAll(ClauseAligner.Align(claim, evidence, sentence), reporters, strictness))
            ? fault
            : null;
    }

    /// <summary>"Smith, a lawyer.": what is left when what was said of somebody is left out.</summary>
    private static bool IsFragment(ClauseSentence claim) =>
        claim.Tokens.Count(token => token.IsContent) <= LongestFragment && !claim.Tokens.Any(token => token.IsVerb);

    private static bool SaysAll(ClauseAlignment alignment, IReadOnlySet<string> reporters, Strictness strictness) =>
        alignment.Claim.Tokens.Zip(alignment.Places).All(pair => !pair.First.IsContent || pair.Second is not null)
        && FindFaultOfClose(alignment, reporters, strictness) is null;

    private static DropReason? FindFaultOfClose(ClauseAlignment alignment, IReadOnlySet<string> reporters, Strictness strictness) =>
        SpeakerRule.FindFault(alignment, reporters, strictness)
        ?? OperatorRule.FindFault(alignment, strictness, ofVerbs: false)
        ?? BoundRule.FindFault(alignment, strictness)
        ?? TitleRule.FindFault(alignment)
        ?? RoleRule.FindFault(alignment)
        ?? SpliceRule.FindFault(alignment, ClauseJoints.Of(alignment))
        ?? (strictness == Strictness.Strict ? RiderRule.FindFault(alignment, reporters, 0) : null);

    /// <summary>
    /// In other words operators and bounds are other words too: only what clearly changes the sense counts, and what is put together from
    /// far and near.
    /// </summary>
    private static DropReason? FindFaultOfFree(ClauseAlignment alignment, IReadOnlySet<string> reporters) =>
        SpeakerRule.FindFault(alignment, reporters, Strictness.Balanced)
        ?? OperatorRule.FindFault(alignment, Strictness.Balanced, ofVerbs: true)
        ?? BoundRule.FindFault(alignment, Strictness.Balanced)
        ?? TitleRule.FindFault(alignment)
        ?? RoleRule.FindFault(alignment)
        ?? RiderRule.FindFault(alignment, reporters, MostRiding)
        ?? (HasNoAct(alignment) ? DropReason.Rider : (DropReason?)null)
        ?? (alignment.Evidence.Max(sentence => ShareIn(alignment.Claim, sentence)) < LeastInOneSentence ? DropReason.Spliced : null);

    /// <summary>What is said to be done stands nowhere: "won the regatta" for "joined the regatta".</summary>
    private static bool HasNoAct(ClauseAlignment alignment)
    {
        int acts = 0;
        for (int i = 0; i < alignment.Claim.Tokens.Count; i++)
        {
            var token = alignment.Claim.Tokens[i];
            if (token.IsVerb && token.IsContent)
            {
                acts++;
                if (alignment.Places[i] is not null)
                {
                    return false;
                }
            }
        }

        return acts > 0;
    }

    private static IEnumerable<int> Nearest(ClauseSentence claim, IReadOnlyList<ClauseSentence> evidence) =>
        Enumerable.Range(0, evidence.Count).OrderByDescending(sentence => ShareIn(claim, evidence[sentence])).Take(MostTried);

    private static double ShareIn(ClauseSentence claim, ClauseSentence evidence)
    {
        int words = 0;
        int found = 0;
        foreach (var token in claim.Tokens)
        {
            if (token.IsContent)
            {
                words++;
                found += evidence.Tokens.Any(known => ClauseMatch.Of(token, known) > 0) ? 1 : 0;
            }
        }

        return words == 0 ? 1 : (double)found / words;
    }
}
