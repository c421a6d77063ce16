using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Corrections;

/// <summary>
/// Which cited articles changed, and who was told. Lives in the coverage's store, which must be open. Safe for concurrent use, also by
/// several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface ICorrectionStore
{
    /// <summary>A number that grows with every change of the coverage, by whichever process. Cheap.</summary>
    Task<long> GetCoverageStateAsync(CancellationToken cancellationToken);

    /// <summary>Where coverage and answers are now, for the next <see cref="ListChangedAsync"/>.</summary>
    Task<CorrectionCursor> GetCursorAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What answers cite, is no longer as they cite it, and was not looked at since; by conversation, article and answer, oldest answer
    /// first. Only what changed after the cursor, and later answers, are read.
    /// </summary>
    Task<IReadOnlyList<CitedArticle>> ListChangedAsync(CorrectionCursor after, int limit, CancellationToken cancellationToken);

    /// <summary>These were looked at: keeps what was found and what is to be said, all or nothing.</summary>
    /// <param name="cited">What was looked at.</param>
    /// <param name="correction">What was found; null: nothing that anybody must know.</param>
    /// <param name="announcements">What is to be said.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when another process was faster.</returns>
    Task<bool> TryRecordAsync(
        IReadOnlyList<CitedArticle> cited,
        Correction? correction,
        IReadOnlyList<Announcement> announcements,
        CancellationToken cancellationToken
    );

    /// <summary>The last correction of an article in a conversation; null when there is none.</summary>
    Task<Correction?> FindLastAsync(ConversationId conversation, ArticleId article, CancellationToken cancellationToken);

    /// <summary>Corrections, latest first.</summary>
    Task<IReadOnlyList<Correction>> ListAsync(int limit, CancellationToken cancellationToken);
}
