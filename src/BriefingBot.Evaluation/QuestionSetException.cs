namespace BriefingBot.Evaluation;

/// <summary>A question set that cannot be read. The message names the file and line and says what is wrong.</summary>
public sealed class QuestionSetException(string message) : Exception(message);
