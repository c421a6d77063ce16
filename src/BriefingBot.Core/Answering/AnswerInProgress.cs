namespace BriefingBot.Core.Answering;

/// <summary>
/// The checked beginning of an answer that is still being written. What it holds is never taken back: the finished answer begins with it.
/// </summary>
/// <param name="Sentences">In reading order, each of them verified.</param>
/// <param name="Citations">In the order of their numbers; a quote may still grow, a number never changes.</param>
public sealed record AnswerInProgress(IReadOnlyList<VerifiedSentence> Sentences, IReadOnlyList<Citation> Citations);
