using BriefingBot.Core.Questions;

namespace BriefingBot.Benchmarks.Calibration;

/// <summary>One question of a set: the signals of what was found for it, and what is right.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Id">The question's name in it.</param>
/// <param name="Signals">1 for the intercept, then context, similarity, best sentence, missing names, coverage, 1 without names.</param>
/// <param name="Vouched">Whether the words vouch for similarity.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="WantsMore">Whether the higher threshold holds: yes-or-no questions, numbers that are not found.</param>
/// <param name="Speaks">False when somebody's words are asked for and nobody speaks.</param>
/// <param name="IsAnswerable">What the set says.</param>
/// <param name="IsFound">Whether an article that is right was among the first ten.</param>
/// <param name="Fold">The part of the cross-validation that it is judged in.</param>
internal sealed record JudgeSample(
    string Set, string Id, double[] Signals, bool Vouched, AnswerKind Kind, bool WantsMore, bool Speaks, bool IsAnswerable, bool IsFound, int Fold);
