namespace BriefingBot.Core.Conversations;

/// <summary>The way of a question: message in, verified answer out. Start reading here.</summary>
public sealed class ConversationTurnHandler
{
    /// <summary>Answers one message.</summary>
    /// <exception cref="InvalidQuestionException">The text is empty, too long or has no words.</exception>
    public Task<OutgoingMessage> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        throw new NotSupportedException();
    }
}
