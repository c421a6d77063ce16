namespace BriefingBot.Core.Chat.Journal;

/// <summary>One turn of a conversation that was answered.</summary>
/// <param name="Question">The words of the person.</param>
/// <param name="Answer">The answer.</param>
/// <param name="UserId">Who asked.</param>
public sealed record ConversationTurn(string Question, AnswerId Answer, string UserId);
