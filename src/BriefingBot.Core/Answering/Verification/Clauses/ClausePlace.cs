namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>A token of the evidence.</summary>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Token">Its index in the sentence.</param>
/// <param name="Match">How far it is the word that is looked for, 0 to 1.</param>
internal readonly record struct ClausePlace(int Sentence, int Token, double Match);
