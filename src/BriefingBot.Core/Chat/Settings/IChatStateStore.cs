using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Settings;

/// <summary>
/// What admins set and did, what platforms remember over a restart, and who works alone. Lives in the coverage's store, which must be open.
/// Safe for concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IChatStateStore
{
    /// <summary>The settings of the channel of an address; <see cref="ChannelSettings.Default"/> where nothing was set.</summary>
    Task<ChannelSettings> GetSettingsAsync(ChatAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// When they last let the bot answer what it passed over before, because it was off or wanted a mention (UTC); null when never.
    /// </summary>
    Task<DateTimeOffset?> GetOpenedAsync(ChatAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// Sets them all, unless they were asked for later than <paramref name="asked"/>: a platform may deliver a command again.
    /// </summary>
    /// <param name="address">Where.</param>
    /// <param name="settings">What shall hold.</param>
    /// <param name="asked">When it was asked for, by the platform's clock where it tells.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What holds now.</returns>
    Task<ChannelSettings> SetSettingsAsync(
        ChatAddress address,
        ChannelSettings settings,
        DateTimeOffset asked,
        CancellationToken cancellationToken
    );

    /// <summary>Adds to the audit log.</summary>
    Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The audit log, latest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAuditAsync(int limit, CancellationToken cancellationToken);

    /// <summary>What a platform keeps under a key (a session id, a resume address, a sequence number); null when nothing.</summary>
    Task<string?> GetPlatformStateAsync(string platform, string key, CancellationToken cancellationToken);

    /// <summary>Keeps a value under a key of a platform; null forgets it.</summary>
    Task SetPlatformStateAsync(string platform, string key, string? value, CancellationToken cancellationToken);

    /// <summary>Takes or renews a lease.</summary>
    /// <returns>The lease that holds now: taken when its owner is <paramref name="owner"/>.</returns>
    Task<Lease> AcquireLeaseAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>A lease that has not run out; null when nobody holds it.</summary>
    Task<Lease?> FindLeaseAsync(string name, CancellationToken cancellationToken);

    /// <summary>Asks something of whoever holds a lease; forgotten with the lease.</summary>
    /// <returns>The lease, with what is asked now; null when nobody holds it.</returns>
    Task<Lease?> AskAsync(string name, LeaseWish wish, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; nothing happens when another holds it.</summary>
    Task ReleaseLeaseAsync(string name, string owner, CancellationToken cancellationToken);
}
