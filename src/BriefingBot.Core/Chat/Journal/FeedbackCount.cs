namespace BriefingBot.Core.Chat.Journal;

/// <summary>The votes on an answer, the last of each person.</summary>
/// <param name="Helpful">For it.</param>
/// <param name="NotHelpful">Against it.</param>
public sealed record FeedbackCount(int Helpful, int NotHelpful);
