using BriefingBot.Core.Answering.Verification.Clauses.Joints;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>
/// Actor, act, object, number, place and time come from one clause of the evidence, or from sentences that speak of the same. Stateless.
/// </summary>
internal static class SpliceRule
{
    /// <summary>The fault, or null.</summary>
    public static DropReason? FindFault(ClauseAlignment alignment, IReadOnlyList<ClauseJoint> joints)
    {
        foreach (var joint in joints)
        {
            switch (joint.Kind)
            {
                case ClauseJointKind.Leap or ClauseJointKind.Tail or ClauseJointKind.Turned or ClauseJointKind.VerbLost:
                    return DropReason.Spliced;
                case ClauseJointKind.Subject when IsOtherSubject(alignment, joint):
                    return DropReason.OtherSubject;
            }
        }

        return null;
    }

    /// <summary>The clause has a named subject of its own, or its pronoun means somebody else.</summary>
    private static bool IsOtherSubject(ClauseAlignment alignment, ClauseJoint joint)
    {
        var names = NameWords.Of(alignment.Claim.Tokens.Take(joint.From + 1));
        if (names.Count == 0)
        {
            return false;
        }

        var place = alignment.Places[joint.To]!.Value;
        var known = alignment.Evidence[place.Sentence].Tokens;
        var own = NameWords.Of(known.Take(place.Token).Where(token => token.Clause == known[place.Token].Clause));
        if (own.Count > 0)
        {
            return !NameWords.Meet(names, own);
        }

        var referents = Referents.Of(alignment.Evidence, place.Sentence, place.Token);
        return referents.Count > 0 && !NameWords.Meet(names, referents);
    }
}
