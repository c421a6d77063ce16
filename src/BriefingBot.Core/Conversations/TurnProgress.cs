using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// How far a turn is; reported once the coverage was searched, and again with every sentence that passed the check while the answer is
/// written.
/// </summary>
/// <param name="Passages">How many passages were found and are read now.</param>
/// <param name="Answer">The answer so far; null before its first sentence.</param>
public sealed record TurnProgress(int Passages, AnswerInProgress? Answer = null);
