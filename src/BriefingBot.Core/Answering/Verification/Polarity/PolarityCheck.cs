using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.FactChecks;
using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering.Verification.Polarity;

/// <summary>
/// Finds a sentence that says the opposite of its evidence: a "not" that is not there or is left out, a word for its opposite.
/// Deterministic and careful: what is said in other words passes. Stateless.
/// </summary>
internal static class PolarityCheck
{
    /// <summary>Is the sentence's sense turned round?</summary>
    /// <param name="said">The sentence.</param>
    /// <param name="nearest">The sentences of the evidence that bear it out best.</param>
    /// <param name="all">All sentences of the evidence.</param>
    public static bool IsTurned(Statement said, IReadOnlyList<EvidenceSentence> nearest, IReadOnlyList<EvidenceSentence> all) =>
        IsNegationAdded(said, all)
        || IsNegationDropped(said, nearest, all)
        || SaysOpposite(said, nearest, all)
        || HasOppositeInPlace(said, all);

    private static bool IsNegationAdded(Statement said, IReadOnlyList<EvidenceSentence> all)
    {
        var tokens = EvidenceToken.Read(WithoutQuotes(said.Text));
        var cues = Negation.Find(tokens);
        if (cues.Count == 0)
        {
            return false;
        }

        if (Negation.IsPutInto(tokens, all.Select(sentence => sentence.Tokens)))
        {
            return true;
        }

        Negation[] evidence = [.. all.SelectMany(sentence => Negation.Find(sentence.Tokens))];
        return cues.Any(cue =>
            !evidence.Any(known =>
                cue.Scope.Count == 0 || known.Scope.Any(cue.Scope.Contains) || (cue.Before is { } before && before == known.Before)
            )
        );
    }

    private static bool IsNegationDropped(Statement said, IReadOnlyList<EvidenceSentence> nearest, IReadOnlyList<EvidenceSentence> all)
    {
        var tokens = EvidenceToken.Read(said.Text);
        if (nearest.Any(sentence => Negation.IsPutInto(sentence.Tokens, [tokens])))
        {
            return true;
        }

        var own = Negation.Find(tokens);
        HashSet<string> words = [.. tokens.Select(token => Negation.Root(token.Key))];
        HashSet<string>? unnegated = null;
        foreach (var cue in nearest.SelectMany(sentence => Negation.Find(sentence.Tokens)).Where(cue => cue.IsPlain && cue.Scope.Count > 0))
        {
            string head = cue.Scope[0];
            bool isSaid =
                words.Contains(head)
                && (cue.Scope.Count == 1 || words.Contains(cue.Scope[1]) || (cue.Before is { } before && words.Contains(before)));
            if (!isSaid || own.Any(negation => negation.Scope.Contains(head) || negation.Before == head))
            {
                continue;
            }

            unnegated ??= [.. all.SelectMany(sentence => Negation.OutsideScopes(sentence.Tokens))];
            if (!unnegated.Contains(head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"rose" where the evidence has nothing that rose, and something that fell.</summary>
    private static bool SaysOpposite(Statement said, IReadOnlyList<EvidenceSentence> nearest, IReadOnlyList<EvidenceSentence> all)
    {
        string[] words = [.. EvidenceToken.Read(WithoutQuotes(said.Text)).Select(token => token.Stem)];
        foreach (string word in words)
        {
            foreach (var (pair, second) in Opposites.SidesOf(word))
            {
                bool onThisSide = all.Any(sentence => sentence.Stems.Any(stem => IsOn(stem, pair, second)));
                bool onTheOther = nearest.Any(sentence => sentence.Stems.Any(stem => IsOn(stem, pair, !second)));
                if (!onThisSide && onTheOther && !words.Any(other => IsOn(other, pair, !second)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"before" between the words that have "after" between them in the evidence.</summary>
    private static bool HasOppositeInPlace(Statement said, IReadOnlyList<EvidenceSentence> all)
    {
        for (int i = 0; i < said.Units.Count; i++)
        {
            if (said.Units[i] is not { Kind: UnitKind.Word, Stems: [var word] })
            {
                continue;
            }

            int own = 0;
            int opposite = 0;
            foreach (var sentence in all)
            {
                var units = sentence.Statement.Units;
                for (int k = 0; k < units.Count; k++)
                {
                    if (units[k] is not { Kind: UnitKind.Word, Stems: [var known] })
                    {
                        continue;
                    }

                    own = known == word ? Math.Max(own, UnitContext.Nearness(said.Units, i, units, k)) : own;
                    opposite =
                        known != word && Opposites.InOnePlace(word, known)
                            ? Math.Max(opposite, UnitContext.Match(said.Units, i, units, k))
                            : opposite;
                }
            }

            if (opposite >= 4 && opposite >= own + 2)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOn(string stem, int pair, bool second) => Opposites.SidesOf(stem).Contains((pair, second));

    /// <summary>What is quoted was checked word by word.</summary>
    private static string WithoutQuotes(string sentence)
    {
        foreach (string quote in QuotedSpans.Of(sentence))
        {
            sentence = sentence.Replace(quote, " ", StringComparison.Ordinal);
        }

        return sentence;
    }
}
