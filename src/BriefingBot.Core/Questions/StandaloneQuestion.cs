namespace BriefingBot.Core.Questions;

/// <summary>A question that stands for itself.</summary>
/// <param name="Text">The words of this turn, then what was carried over.</param>
/// <param name="OwnLength">How many UTF-16 units of it are of this turn.</param>
public sealed record StandaloneQuestion(string Text, int OwnLength);
