using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>A sentence read as clauses.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Tokens">Its tokens in order.</param>
/// <param name="Speeches">Who speaks in it.</param>
internal sealed record ClauseSentence(Statement Statement, IReadOnlyList<ClauseToken> Tokens, IReadOnlyList<SpeechFrame> Speeches)
{
    /// <summary>The passage that it stands in, counted from 0; sentences of one passage follow each other.</summary>
    public int Passage { get; init; }
}
