namespace BriefingBot.Core.Questions;

/// <summary>
/// The message is no question that can be worked on. The message text is for the person who asked: what was wrong and what to do.
/// </summary>
public sealed class InvalidQuestionException(string message) : Exception(message);
