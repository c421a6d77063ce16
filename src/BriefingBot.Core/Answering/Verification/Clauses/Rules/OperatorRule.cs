using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>
/// What is denied, left open, planned, asked or made to depend on something in the evidence is so in the claim, and nothing else is:
/// dropping an operator is as false as adding one. Stateless.
/// </summary>
internal static class OperatorRule
{
    // Between these a reworded sentence may choose; what is only likely or planned stays so.
    private const ClauseOperators Refusing = ClauseOperators.Not | ClauseOperators.Refused;
    private const ClauseOperators Coming =
        ClauseOperators.Future | ClauseOperators.Intent | ClauseOperators.Expected | ClauseOperators.Promised | ClauseOperators.Obliged;
    private const ClauseOperators Open =
        ClauseOperators.Possible | ClauseOperators.Likely | ClauseOperators.Considered | ClauseOperators.Question;

    private static readonly FrozenSet<string> Implicative = LanguageData
        .Lines("implicative-verbs")
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The fault, or null.</summary>
    /// <param name="alignment">The claim on its evidence.</param>
    /// <param name="strictness">How strict.</param>
    /// <param name="ofVerbs">Only what reaches verbs counts: the other words of a freely worded sentence rest on words from here and
    /// there.</param>
    public static DropReason? FindFault(ClauseAlignment alignment, Strictness strictness, bool ofVerbs)
    {
        var said = alignment.Claim.Tokens;
        Dictionary<int, (int Words, int Differing)> clauses = [];
        for (int i = 0; i < said.Count; i++)
        {
            if (!(said[i].IsContent || said[i].IsVerb) || alignment.Places[i] is not { } place)
            {
                continue;
            }

            var known = alignment.Evidence[place.Sentence].Tokens[place.Token];
            if (((said[i].Operators ^ known.Operators) & ClauseOperators.Doubted) != ClauseOperators.None)
            {
                return DropReason.ScopeChanged;
            }

            bool differs = Differ(said[i].Operators, known.Operators, strictness);
            if (said[i].IsVerb && (differs || BecomesFact(alignment, i, place)))
            {
                return DropReason.ScopeChanged;
            }

            var (words, differing) = clauses.GetValueOrDefault(said[i].Clause);
            clauses[said[i].Clause] = (words + 1, differing + (differs ? 1 : 0));
        }

        return
            !ofVerbs && (clauses.Values.Any(clause => clause.Words > 1 && 2 * clause.Differing > clause.Words) || LosesCondition(alignment))
            ? DropReason.ScopeChanged
            : null;
    }

    /// <summary>
    /// The claim ends where the evidence goes on with "if" or "unless". "if any" and "if not worse" make nothing depend on anything.
    /// </summary>
    private static bool LosesCondition(ClauseAlignment alignment)
    {
        if (Array.FindLastIndex([.. alignment.Places], static place => place is not null) is not (>= 0 and var last))
        {
            return false;
        }

        var place = alignment.Places[last]!.Value;
        var known = alignment.Evidence[place.Sentence].Tokens;
        int next = place.Token + 1;
        while (next < known.Count && known[next].Key is "," or "only" or "–" or "—")
        {
            next++;
        }

        return next + 2 < known.Count
            && known[next].Key is "if" or "unless"
            && known[next + 1].Key is not ("any" or "not" or "ever" or "possible" or "so" or "necessary");
    }

    private static bool Differ(ClauseOperators said, ClauseOperators known, Strictness strictness) =>
        strictness == Strictness.Strict ? said != known : Families(said) != Families(known);

    /// <summary>Operators of one family are one; the others stand for themselves.</summary>
    private static ClauseOperators Families(ClauseOperators operators)
    {
        foreach (var family in (ClauseOperators[])[Refusing, Coming, Open])
        {
            operators = (operators & family) == ClauseOperators.None ? operators : (operators & ~family) | family;
        }

        return operators & ~ClauseOperators.Almost;
    }

    /// <summary>"met to sign the treaty" does not say that they signed it.</summary>
    private static bool BecomesFact(ClauseAlignment alignment, int i, ClausePlace place)
    {
        var known = alignment.Evidence[place.Sentence].Tokens;
        if (
            !IsInfinitive(known, place.Token)
            || IsInfinitive(alignment.Claim.Tokens, i)
            || alignment.Claim.Tokens[i].Operators != ClauseOperators.None
            || !EnglishVerbs.IsPastForm(alignment.Claim.Tokens[i].Key)
        )
        {
            return false;
        }

        for (int k = place.Token - 2; k >= Math.Max(0, place.Token - 6); k--)
        {
            if (Implicative.Contains(known[k].Root))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInfinitive(IReadOnlyList<ClauseToken> tokens, int i) =>
        (i > 0 && tokens[i - 1].Key == "to")
        || (i > 1 && tokens[i - 2].Key == "to" && tokens[i - 1].Key.EndsWith("ly", StringComparison.Ordinal));
}
