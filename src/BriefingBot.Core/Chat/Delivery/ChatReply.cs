namespace BriefingBot.Core.Chat.Delivery;

/// <summary>What is posted in reply to a question: an <see cref="AnswerReply"/> or a <see cref="NoticeReply"/>.</summary>
public abstract record ChatReply
{
    private protected ChatReply()
    {
    }
}
