namespace BriefingBot.Core.Chat.Delivery;

/// <summary>A line that is no answer; posted to the asker alone where the platform can.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">The line, in plain text: the adapter escapes it. May hold what the asker wrote, never texts of articles.</param>
public sealed record NoticeReply(NoticeKind Kind, string Text) : ChatReply;
