using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;

namespace BriefingBot.Core.Answering.Verification.Clauses.Joints;

/// <summary>
/// Reads the joints of a claim: where its words do not follow each other in the evidence, and whether a sentence may be shortened so.
/// Stateless.
/// </summary>
internal static class ClauseJoints
{
    private const int LongestSubject = 6;

    private static readonly FrozenSet<string> Connectives = FrozenSet.ToFrozenSet(
        ["and", "but", "after", "before", "while", "because", "when", "who", "which", "as", "although", "that"],
        StringComparer.Ordinal
    );

    // They say how two clauses belong together: the evidence must say so.
    private static readonly FrozenSet<string> Relating = FrozenSet.ToFrozenSet(
        ["after", "before", "while", "because", "when", "as", "although", "since", "until"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Circumstances = FrozenSet.ToFrozenSet(
        ["in", "on", "at", "for", "with", "from", "during", "by", "near", "since", "until", "over", "to", "of"],
        StringComparer.Ordinal
    );

    /// <summary>The joints in order.</summary>
    public static IReadOnlyList<ClauseJoint> Of(ClauseAlignment alignment)
    {
        List<ClauseJoint> joints = [];
        int last = -1;
        for (int i = 0; i < alignment.Claim.Tokens.Count; i++)
        {
            if (alignment.Places[i] is not null)
            {
                if (last >= 0)
                {
                    joints.Add(new ClauseJoint(KindOf(alignment, last, i), last, i));
                }

                last = i;
            }
        }

        return joints;
    }

    private static ClauseJointKind KindOf(ClauseAlignment alignment, int from, int to)
    {
        var first = alignment.Places[from]!.Value;
        var second = alignment.Places[to]!.Value;
        if (first.Sentence != second.Sentence)
        {
            return KindAcross(alignment, from, to);
        }

        var known = alignment.Evidence[second.Sentence].Tokens;
        var said = alignment.Claim.Tokens;
        bool inserted = Words(said, from, to).Any();
        if (second.Token <= first.Token)
        {
            return
                IsBoundary(said, from, to) || said[to].Key is "of" or "by" || Words(said, from, to).Any(token => token.Key is "of" or "by")
                ? ClauseJointKind.TurnedByWord
                : ClauseJointKind.Turned;
        }

        if (!Words(known, first.Token, second.Token).Any())
        {
            return inserted ? ClauseJointKind.Inserted : ClauseJointKind.Adjacent;
        }

        if (
            IsParenthesis(known, first.Token, second.Token)
            || IsConjunct(known, first.Token, second.Token)
            || !LosesVerb(known, first.Token, second.Token)
        )
        {
            return ClauseJointKind.Shortened;
        }

        bool hasOwnVerb = Words(said, from, to).Any(token => token.IsVerb);
        bool isWholeClause =
            IsBoundary(said, from, to)
            && known
                .Skip(first.Token + 1)
                .Take(second.Token - first.Token - 1)
                .Any(token => token.Kind == ClauseTokenKind.Mark || Connectives.Contains(token.Key));
        return hasOwnVerb || isWholeClause ? ClauseJointKind.OtherVerb : ClauseJointKind.VerbLost;
    }

    private static ClauseJointKind KindAcross(ClauseAlignment alignment, int from, int to)
    {
        var said = alignment.Claim.Tokens;
        var second = alignment.Places[to]!.Value;
        var known = alignment.Evidence[second.Sentence].Tokens;
        int subject = 0;
        bool atStart = true;
        bool opens = true;
        for (
            int k = second.Token - 1;
            k >= 0 && known[k].Clause == known[second.Token].Clause && known[k].Kind != ClauseTokenKind.Mark;
            k--
        )
        {
            subject++;
            opens &= !known[k].IsContent;
            atStart &= !(known[k].IsVerb && !EnglishVerbs.Auxiliaries.Contains(known[k].Key)) && subject <= LongestSubject;
        }

        if (
            atStart
            && !said.Take(from + 1).Any(token => token.IsVerb)
            && (known[second.Token].IsVerb || known[second.Token].Kind == ClauseTokenKind.Function || said[to].IsVerb)
        )
        {
            return ClauseJointKind.Subject;
        }

        if (ClauseBridge.Joins(alignment, from, to))
        {
            return ClauseJointKind.Bridged;
        }

        if (opens && IsBoundary(said, from, to) && !said.Skip(from + 1).Take(to - from).Any(token => Relating.Contains(token.Key)))
        {
            return ClauseJointKind.NextClause;
        }

        return
            !said.Skip(to).Any(token => token.IsVerb) && said.Skip(from + 1).Take(to - from).Any(token => Circumstances.Contains(token.Key))
            ? ClauseJointKind.Tail
            : ClauseJointKind.Leap;
    }

    private static IEnumerable<ClauseToken> Words(IReadOnlyList<ClauseToken> tokens, int from, int to) =>
        tokens.Skip(from + 1).Take(to - from - 1).Where(token => token.Kind != ClauseTokenKind.Mark);

    /// <summary>A mark or a connective stands between them in the claim.</summary>
    private static bool IsBoundary(IReadOnlyList<ClauseToken> said, int from, int to) =>
        said.Skip(from + 1)
            .Take(to - from)
            .Any(token => (token.Kind == ClauseTokenKind.Mark && !Quotations.IsMark(token)) || Connectives.Contains(token.Key));

    /// <summary>What was left out stands between commas or brackets, or from one to the end of a clause.</summary>
    private static bool IsParenthesis(IReadOnlyList<ClauseToken> known, int from, int to) =>
        known[from + 1].Key is "," or "(" or "—" or "–" or "-"
        && (known[to - 1].Key is "," or ")" or "—" or "–" or "-" || known[to].Clause > known[from].Clause);

    /// <summary>One of several things that somebody did was left out: "broke on to the scene in 1993 and" before another verb.</summary>
    private static bool IsConjunct(IReadOnlyList<ClauseToken> known, int from, int to)
    {
        int begins = from + 1;
        while (begins < to && known[begins].Kind == ClauseTokenKind.Function && !known[begins].IsVerb)
        {
            begins++;
        }

        return begins < to
            && known[begins].IsVerb
            && known[to - 1].Key == "and"
            && (known[to].IsVerb || EnglishVerbs.Auxiliaries.Contains(known[to].Key));
    }

    /// <summary>What was left out has a verb that is more than an auxiliary or "who was".</summary>
    private static bool LosesVerb(IReadOnlyList<ClauseToken> known, int from, int to)
    {
        bool behindAuxiliary = EnglishVerbs.Auxiliaries.Contains(known[from].Key);
        return Words(known, from, to)
            .Any(token =>
                (token.IsVerb && !EnglishVerbs.Auxiliaries.Contains(token.Key)) || (behindAuxiliary && EnglishVerbs.IsPastForm(token.Key))
            );
    }
}
