namespace BriefingBot.Core.Questions;

/// <summary>A part of a question that asks several things.</summary>
/// <param name="Words">As it was written.</param>
/// <param name="Standalone">Made to stand for itself.</param>
public sealed record QuestionPart(string Words, string Standalone);
