using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>A sentence that may be part of an answer.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Index">Its number within the passage.</param>
/// <param name="Terms">One bit for each term of the question that it holds.</param>
/// <param name="Features">What it was scored by.</param>
/// <param name="Score">Greater is more to the point.</param>
internal sealed record ScoredSentence(RetrievedPassage Passage, int Index, ulong Terms, SentenceFeatures Features, double Score)
{
    public PassageSentence Sentence => Passage.Sentences[Index];

    /// <summary>The terms that it holds, with those of the one before it where it opens by pointing back.</summary>
    public ulong TermsInContext => Terms | (Index > 0 && Anaphora.Opens(Sentence.Text) ? Passage.Sentences[Index - 1].Terms : 0);
}
