namespace BriefingBot.Core.Questions;

/// <summary>A word of the question that carries meaning.</summary>
/// <param name="Stem">Its Porter stem.</param>
/// <param name="Surface">As it was written.</param>
/// <param name="IsName">Part of a proper name, or a number: the coverage must have it.</param>
/// <param name="IsCarried">Came from an earlier turn of the conversation.</param>
public sealed record QuestionTerm(string Stem, string Surface, bool IsName, bool IsCarried);
