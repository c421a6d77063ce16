namespace BriefingBot.Core.Chat.Delivery;

/// <summary>
/// What is posted in reply to a question: an <see cref="AnswerReply"/> or a <see cref="NoticeReply"/>; or what nobody asked for, an
/// <see cref="AnnouncementReply"/>.
/// </summary>
public abstract record ChatReply
{
    private protected ChatReply() { }
}
