namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>
/// Whom a sentence of the evidence means that does not name him: the subject of the nearest sentence before it that names one. Stateless.
/// </summary>
internal static class Referents
{
    private const int FarthestBack = 4;

    /// <summary>The words that may name whom a pronoun or description at a token means; none when nobody is named near.</summary>
    public static List<ClauseToken> Of(IReadOnlyList<ClauseSentence> evidence, int sentence, int before)
    {
        List<ClauseToken> own = NameWords.Of(evidence[sentence].Tokens.Take(Math.Max(0, before)));
        if (own.Count > 0)
        {
            return own;
        }

        for (int at = sentence - 1; at >= 0 && sentence - at <= FarthestBack && evidence[at].Passage == evidence[sentence].Passage; at--)
        {
            List<ClauseToken> found =
            [
                .. NameWords.Of(evidence[at].Speeches.SelectMany(speech => speech.Speaker)),
                .. SubjectOf(evidence[at]),
            ];
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The names of a sentence up to its first verb; all names when it has none before it.</summary>
    public static List<ClauseToken> SubjectOf(ClauseSentence sentence)
    {
        var head = NameWords.Of(sentence.Tokens.TakeWhile(token => !token.IsVerb || token.IsName));
        return head.Count > 0 ? head : NameWords.Of(sentence.Tokens);
    }
}
