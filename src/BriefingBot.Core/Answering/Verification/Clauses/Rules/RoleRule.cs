using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>Who acts and who is acted on are the same in claim and evidence: "A beat B" is not "B beat A". Stateless.</summary>
internal static class RoleRule
{
    private static readonly FrozenSet<string> Mutual = LanguageData
        .Lines("mutual-verbs")
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The fault, or null.</summary>
    public static DropReason? FindFault(ClauseAlignment alignment)
    {
        var said = alignment.Claim.Tokens;
        for (int verb = 0; verb < said.Count; verb++)
        {
            if (
                !said[verb].IsVerb
                || said[verb].Kind != ClauseTokenKind.Content
                || Mutual.Contains(said[verb].Root)
                || alignment.Places[verb] is not { } place
            )
            {
                continue;
            }

            var known = alignment.Evidence[place.Sentence].Tokens;
            if (IsPassive(said, verb) != IsPassive(known, place.Token))
            {
                if (KeepsSides(alignment, verb, place))
                {
                    return DropReason.RolesExchanged;
                }
            }
            else if (ChangesSides(alignment, verb, place))
            {
                return DropReason.RolesExchanged;
            }
        }

        return null;
    }

    /// <summary>
    /// A name before the verb stands behind it in the evidence, or one behind it before, while the other side has another name.
    /// </summary>
    private static bool ChangesSides(ClauseAlignment alignment, int verb, ClausePlace place)
    {
        var left = Nearest(alignment, verb, -1, place.Sentence);
        var right = Nearest(alignment, verb, 1, place.Sentence);
        var known = alignment.Evidence[place.Sentence].Tokens;
        bool leftTurned = left is { } one && one > place.Token && HasNameBefore(known, place.Token);
        bool rightTurned = right is { } other && other < place.Token && HasNameBehind(known, place.Token);
        return leftTurned && (rightTurned || right is null) || (rightTurned && left is null);
    }

    /// <summary>"A was beaten by B" has the sides of "A beat B": in two voices that turns the sense.</summary>
    private static bool KeepsSides(ClauseAlignment alignment, int verb, ClausePlace place) =>
        Nearest(alignment, verb, -1, place.Sentence) is { } left
        && left < place.Token
        && Nearest(alignment, verb, 1, place.Sentence) is { } right
        && right > place.Token
        && (HasBy(alignment.Claim.Tokens, verb) || HasBy(alignment.Evidence[place.Sentence].Tokens, place.Token));

    private static int? Nearest(ClauseAlignment alignment, int verb, int step, int sentence)
    {
        var said = alignment.Claim.Tokens;
        for (int i = verb + step; i >= 0 && i < said.Count && said[i].Clause == said[verb].Clause; i += step)
        {
            if (said[i].IsName && !said[i].IsPossessive && alignment.Places[i] is { } place && place.Sentence == sentence)
            {
                return place.Token;
            }
        }

        return null;
    }

    private static bool HasNameBefore(IReadOnlyList<ClauseToken> tokens, int verb) =>
        tokens.Take(verb).Any(token => token.IsName && token.Clause == tokens[verb].Clause);

    private static bool HasNameBehind(IReadOnlyList<ClauseToken> tokens, int verb) =>
        tokens.Skip(verb + 1).Any(token => token.IsName && token.Clause == tokens[verb].Clause);

    private static bool IsPassive(IReadOnlyList<ClauseToken> tokens, int verb) =>
        EnglishVerbs.IsPastForm(tokens[verb].Key)
        && tokens
            .Take(verb)
            .Reverse()
            .Take(3)
            .TakeWhile(token => token.Kind != ClauseTokenKind.Mark && !token.IsName)
            .Any(token => EnglishVerbs.Being.Contains(token.Key));

    private static bool HasBy(IReadOnlyList<ClauseToken> tokens, int verb) => tokens.Skip(verb + 1).Take(4).Any(token => token.Key == "by");
}
