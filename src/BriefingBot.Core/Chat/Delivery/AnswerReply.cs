using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>An answer, or the refusal of the coverage; with feedback buttons, "show passages", and "share" when private.</summary>
/// <param name="Answer">The answer as stored.</param>
public sealed record AnswerReply(ChatAnswer Answer) : ChatReply;
