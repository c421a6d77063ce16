using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Audit;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Settings, audit log, platform state and leases in the store's file.</summary>
public sealed class SqlChatStateStore(SqlCoverageStore store, TimeProvider clock) : IChatStateStore
{
    /// <inheritdoc/>
    public Task<ChannelSettings> GetSettingsAsync(ChatAddress address, CancellationToken cancellationToken) =>
        store.ReadAsync(s => ReadSettings(s, address), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> GetOpenedAsync(ChatAddress address, CancellationToken cancellationToken) =>
        store.ReadAsync<DateTimeOffset?>(
            s =>
                s.Prepare(
                        "SELECT opened FROM channel_settings WHERE platform = $1 AND space = $2 AND channel = $3",
                        address.Platform,
                        address.Space ?? "",
                        address.Channel
                    )
                    .ExecuteScalar()
                    is long opened
                    ? SqlTime.Read(opened)
                    : null,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ChannelSettings> SetSettingsAsync(
        ChatAddress address,
        ChannelSettings settings,
        DateTimeOffset asked,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            s =>
            {
                s.Execute(
                    """
                    INSERT INTO channel_settings AS c (platform, space, channel, enabled, style, collection, follow_ups, changed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    ON CONFLICT (platform, space, channel) DO UPDATE SET
                      opened = CASE WHEN excluded.enabled > c.enabled OR excluded.follow_ups > c.follow_ups THEN excluded.changed ELSE c.opened END,
                      enabled = excluded.enabled, style = excluded.style, collection = excluded.collection, follow_ups = excluded.follow_ups, changed = excluded.changed
                    WHERE c.changed IS NULL OR c.changed <= excluded.changed
                    """,
                    address.Platform,
                    address.Space ?? "",
                    address.Channel,
                    settings.Enabled,
                    (int)settings.Style,
                    settings.Collection,
                    settings.FollowUpsWithoutMention,
                    asked.ToUnixTimeMilliseconds()
                );
                return ReadSettings(s, address);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "INSERT INTO audit (at, user_id, platform, space, channel, thread, is_direct, action, outcome) "
                        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    entry.When.ToUnixTimeMilliseconds(),
                    entry.UserId,
                    entry.Address.Platform,
                    entry.Address.Space,
                    entry.Address.Channel,
                    entry.Address.Thread,
                    entry.Address.IsDirect,
                    entry.Action,
                    entry.Outcome
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditEntry>> ListAuditAsync(int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<AuditEntry>>(s => ListAudit(s, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetPlatformStateAsync(string platform, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s => s.Prepare("SELECT value FROM platform_state WHERE platform = $1 AND key = $2", platform, key).ExecuteScalar() as string,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task SetPlatformStateAsync(string platform, string key, string? value, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                value is null
                    ? s.Execute("DELETE FROM platform_state WHERE platform = $1 AND key = $2", platform, key)
                    : s.Execute(
                        "INSERT INTO platform_state (platform, key, value) VALUES ($1, $2, $3) ON CONFLICT (platform, key) DO UPDATE "
                            + "SET value = excluded.value",
                        platform,
                        key,
                        value
                    ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Lease> AcquireLeaseAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                s.Execute(
                    """
                    INSERT INTO lease AS l (name, owner, since, until) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (name) DO UPDATE SET since = CASE WHEN l.owner = excluded.owner AND l.until > $3 THEN l.since ELSE excluded.since END,
                      wish = CASE WHEN l.owner = excluded.owner AND l.until > $3 THEN l.wish ELSE 0 END, owner = excluded.owner, until = excluded.until
                    WHERE l.owner = excluded.owner OR l.until <= $3
                    """,
                    name,
                    owner,
                    clock.Now(),
                    clock.After(duration)
                );
                var lease = FindLease(s, name)!;
                transaction.Commit();
                return lease;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Lease?> FindLeaseAsync(string name, CancellationToken cancellationToken) =>
        store.ReadAsync(s => FindLease(s, name) is { } lease && lease.Until > clock.GetUtcNow() ? lease : null, cancellationToken);

    /// <inheritdoc/>
    public Task<Lease?> AskAsync(string name, LeaseWish wish, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                bool isHeld = s.Execute("UPDATE lease SET wish = $2 WHERE name = $1 AND until > $3", name, (int)wish, clock.Now()) > 0;
                var lease = isHeld ? FindLease(s, name) : null;
                transaction.Commit();
                return lease;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task ReleaseLeaseAsync(string name, string owner, CancellationToken cancellationToken) =>
        store.WriteAsync(s => s.Execute("DELETE FROM lease WHERE name = $1 AND owner = $2", name, owner), cancellationToken);

    private static ChannelSettings ReadSettings(SqlSession session, ChatAddress address)
    {
        using var row = session
            .Prepare(
                "SELECT enabled, style, collection, follow_ups FROM channel_settings WHERE platform = $1 AND space = $2 AND channel = $3",
                address.Platform,
                address.Space ?? "",
                address.Channel
            )
            .ExecuteReader();
        return row.Read()
            ? new ChannelSettings
            {
                Enabled = row.ReadFlag(0),
                Style = (ReplyStyle)row.GetInt32(1),
                Collection = row.ReadText(2),
                FollowUpsWithoutMention = row.ReadFlag(3),
            }
            : ChannelSettings.Default;
    }

    private static List<AuditEntry> ListAudit(SqlSession session, int limit)
    {
        List<AuditEntry> entries = [];
        using var row = session
            .Prepare(
                "SELECT at, user_id, platform, space, channel, thread, is_direct, action, outcome FROM audit ORDER BY number DESC LIMIT $1",
                Math.Max(limit, 0)
            )
            .ExecuteReader();
        while (row.Read())
        {
            ChatAddress address = new(row.GetString(2), row.ReadText(3), row.GetString(4), row.ReadText(5), row.ReadFlag(6));
            entries.Add(new AuditEntry(SqlTime.Read(row.GetInt64(0)), row.GetString(1), address, row.GetString(7), row.GetString(8)));
        }

        return entries;
    }

    private static Lease? FindLease(SqlSession session, string name)
    {
        using var row = session.Prepare("SELECT owner, since, until, wish FROM lease WHERE name = $1", name).ExecuteReader();
        return row.Read()
            ? new Lease(row.GetString(0), SqlTime.Read(row.GetInt64(1)), SqlTime.Read(row.GetInt64(2)), (LeaseWish)row.GetInt32(3))
            : null;
    }
}
