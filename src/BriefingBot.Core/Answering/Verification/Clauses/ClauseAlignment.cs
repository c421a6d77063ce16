namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Which words of the evidence the words of a claim rest on.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Evidence">The sentences of the evidence in order.</param>
/// <param name="Places">For each token of the claim, the sentence and the token that bear it out; null for a token without.</param>
internal sealed record ClauseAlignment(ClauseSentence Claim, IReadOnlyList<ClauseSentence> Evidence, IReadOnlyList<ClausePlace?> Places)
{
    /// <summary>The token of the evidence, or null.</summary>
    public ClauseToken? At(int token) => Places[token] is { } place ? Evidence[place.Sentence].Tokens[place.Token] : null;
}
