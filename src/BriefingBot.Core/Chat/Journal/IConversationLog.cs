using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// What was said: answers with their citations, the turns of each conversation, the votes. Lives in the coverage's store, which must be
/// open. Safe for concurrent use.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IConversationLog
{
    /// <summary>Keeps an answer, which makes it the latest turn of its conversation; the same id again replaces it.</summary>
    Task SaveAnswerAsync(ChatAnswer answer, CancellationToken cancellationToken);

    /// <summary>One answer; null when there is none.</summary>
    Task<ChatAnswer?> FindAnswerAsync(AnswerId id, CancellationToken cancellationToken);

    /// <summary>The last turns of a conversation, oldest first.</summary>
    Task<IReadOnlyList<ConversationTurn>> ReadTurnsAsync(ConversationId conversation, int limit, CancellationToken cancellationToken);

    /// <summary>The conversation that a message of the bot belongs to; null when the bot did not post it as an answer.</summary>
    /// <param name="place">Where the message stands; its thread does not matter.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ConversationId?> FindConversationAsync(ChatAddress place, string messageId, CancellationToken cancellationToken);

    /// <summary>Keeps a vote; the last word of a person counts.</summary>
    /// <returns>False when there is no such answer.</returns>
    Task<bool> VoteAsync(AnswerId answer, string userId, FeedbackVote vote, CancellationToken cancellationToken);

    /// <summary>Keeps a vote against an answer with its reason; the last word of a person counts.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="userId">Who says it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="words">In the person's words, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there is no such answer.</returns>
    Task<bool> ExplainVoteAsync(AnswerId answer, string userId, VoteReason reason, string? words, CancellationToken cancellationToken);

    /// <summary>The votes on an answer.</summary>
    Task<FeedbackCount> CountVotesAsync(AnswerId answer, CancellationToken cancellationToken);

    /// <summary>Keeps whether a private answer was shared.</summary>
    /// <returns>False when that changes nothing: someone else was faster, or there is no such answer.</returns>
    Task<bool> TrySetSharedAsync(AnswerId answer, bool shared, CancellationToken cancellationToken);
}
