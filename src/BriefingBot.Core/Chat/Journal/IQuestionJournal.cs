using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// Every question that arrived, so that each is answered once: by one process, and after a crash by the next. Whoever works on a question
/// holds a claim that runs out unless renewed; an owner is one running process. Lives in the coverage's store, which must be open. Safe for
/// concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IQuestionJournal
{
    /// <summary>
    /// How long an announcement waits for a platform that takes nothing: who is told of a correction hours late is still better off.
    /// </summary>
    static readonly TimeSpan AnnouncementAge = TimeSpan.FromDays(1);

    /// <summary>Journals a question and claims it.</summary>
    /// <returns>False when the id is known: someone else answers it, or did.</returns>
    Task<bool> TryBeginAsync(ChatQuestion question, string owner, TimeSpan claim, CancellationToken cancellationToken);

    /// <summary>
    /// Takes over unfinished questions of these platforms that nobody has a claim on any more; oldest first. No two callers get the same
    /// one.
    /// </summary>
    /// <param name="platforms">The platforms that this process can post to.</param>
    /// <param name="owner">Who claims.</param>
    /// <param name="claim">For how long.</param>
    /// <param name="maxAge">Questions asked longer ago are left; announcements have <see cref="AnnouncementAge"/>.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<ChatQuestion>> ClaimUnfinishedAsync(
        IReadOnlyCollection<string> platforms,
        string owner,
        TimeSpan claim,
        TimeSpan maxAge,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Holds on to unfinished questions of the owner for this much longer from now. A claim that nobody knows of, because the store broke
    /// off before it said that it was made, must run out: only those that are worked on are named.
    /// </summary>
    Task RenewClaimsAsync(IReadOnlyCollection<ChatQuestionId> questions, string owner, TimeSpan claim, CancellationToken cancellationToken);

    /// <summary>Lets go of every unfinished question of the owner, so that the next process need not wait.</summary>
    Task ReleaseClaimsAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Lets go of one unfinished question of the owner; nobody can claim it before the pause is over.</summary>
    Task ReleaseAsync(ChatQuestionId id, string owner, TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="ReleaseAsync"/>, of a question that had nothing to do with the failure: the attempt does not count, but that there was
    /// one is kept.
    /// </summary>
    Task PutOffAsync(ChatQuestionId id, string owner, TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>Work begins: one more attempt.</summary>
    /// <returns>What the journal has of it; null when the claim was lost or the question is done, so that it must be left alone.</returns>
    Task<JournaledQuestion?> TryStartAsync(ChatQuestionId id, string owner, CancellationToken cancellationToken);

    /// <summary>Asked before anything is posted: renews the claim on one question.</summary>
    /// <returns>The question as it is now, which its asker may have edited since; null when the claim was lost or the question is done, so
    /// that it must be left alone.</returns>
    Task<ChatQuestion?> TryHoldAsync(ChatQuestionId id, string owner, TimeSpan claim, CancellationToken cancellationToken);

    /// <summary>
    /// Its asker has edited an unfinished question of whose reply nothing is posted: the new words take the place of the old ones.
    /// </summary>
    /// <returns>False when there is no such question.</returns>
    Task<bool> TryReviseAsync(ChatQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// Its asker has taken an unfinished question back: it is <see cref="QuestionState.Withdrawn"/>, and its words are forgotten.
    /// </summary>
    /// <returns>False when there is no such question.</returns>
    Task<bool> TryWithdrawAsync(ChatQuestionId id, CancellationToken cancellationToken);

    /// <summary>
    /// The question is done: <see cref="QuestionState.Answered"/> or <see cref="QuestionState.Failed"/>; its reply token is forgotten, and
    /// so are the words of one that was asked privately. One that was withdrawn stays so.
    /// </summary>
    Task FinishAsync(ChatQuestionId id, QuestionState state, CancellationToken cancellationToken);

    /// <summary>
    /// Gives up unfinished questions asked longer ago than this, and announcements of before <see cref="AnnouncementAge"/>, that nobody has
    /// a claim on.
    /// </summary>
    /// <returns>How many.</returns>
    Task<int> AbandonAsync(TimeSpan maxAge, CancellationToken cancellationToken);

    /// <summary>Keeps that the platform accepted a part of the reply; the same part again replaces it.</summary>
    Task RecordDeliveredAsync(ChatQuestionId id, DeliveredPart part, CancellationToken cancellationToken);

    /// <summary>One question; null when it is not known.</summary>
    Task<JournaledQuestion?> FindAsync(ChatQuestionId id, CancellationToken cancellationToken);
}
