using System.Data.Common;
using BriefingBot.Core.Intake;

namespace BriefingBot.Storage.Sql;

/// <summary>The sources in the store's file.</summary>
public sealed class SqlSourceStore(SqlCoverageStore store) : ISourceStore
{
    private const string Columns =
        "name, kind, location, collection, outlet, interval_seconds, reads_pages, allows_private, credentials_file, "
        + "is_paused, checked, next_check, changed, etag, last_modified, failures, error, language, date_order";

    /// <inheritdoc/>
    public Task<IReadOnlyList<SourceEntry>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SourceEntry>>(
            static s =>
            {
                List<SourceEntry> entries = [];
                using var rows = s.Prepare($"SELECT {Columns} FROM intake_source ORDER BY name").ExecuteReader();
                while (rows.Read())
                {
                    entries.Add(Read(rows));
                }

                return entries;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> AddAsync(CoverageSource source, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    INSERT INTO intake_source (name, kind, location, collection, outlet, interval_seconds, reads_pages, allows_private, credentials_file, is_paused, language, date_order)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING
                    """,
                    source.Name.Value,
                    (int)source.Kind,
                    source.Location,
                    source.Collection,
                    source.Outlet,
                    (long)source.Interval.TotalSeconds,
                    source.ReadsPages ? 1 : 0,
                    source.AllowsPrivate ? 1 : 0,
                    source.CredentialsFile,
                    source.IsPaused ? 1 : 0,
                    source.Language,
                    (int)source.DateOrder
                ) > 0,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(SourceName name, CancellationToken cancellationToken) =>
        store.WriteAsync(s => s.Execute("DELETE FROM intake_source WHERE name = $1", name.Value) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> PauseAsync(SourceName name, bool isPaused, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE intake_source SET is_paused = $2, next_check = CASE $2 WHEN 0 THEN 0 ELSE next_check END WHERE name = $1",
                    name.Value,
                    isPaused ? 1 : 0
                ) > 0,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> TryClaimAsync(SourceClaim claim, DateTimeOffset now, DateTimeOffset? due, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    UPDATE intake_source SET claimed_by = $2, claimed_until = $3
                    WHERE name = $1 AND (claimed_by = $2 OR claimed_until <= $4) AND next_check <= $5
                    """,
                    claim.Name.Value,
                    claim.Owner,
                    claim.Until.ToUnixTimeMilliseconds(),
                    now.ToUnixTimeMilliseconds(),
                    due?.ToUnixTimeMilliseconds() ?? long.MaxValue
                ) > 0,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> TryEndAsync(SourceClaim claim, SourceState state, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    UPDATE intake_source SET checked = $2, next_check = $3, changed = $4, etag = $5, last_modified = $6, failures = $7, error = $8, claimed_by = '', claimed_until = 0
                    WHERE name = $1 AND claimed_by = $9
                    """,
                    claim.Name.Value,
                    state.Checked?.ToUnixTimeMilliseconds(),
                    state.NextCheck?.ToUnixTimeMilliseconds() ?? 0,
                    state.Changed?.ToUnixTimeMilliseconds(),
                    state.ETag,
                    state.LastModified,
                    state.Failures,
                    state.Error,
                    claim.Owner
                ) > 0,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task RequireFolderAsync(IntakeFolder folder, CancellationToken cancellationToken) =>
        store.IsShared ? store.WriteAsync(s => FetchedFolderMark.Require(s, folder.Path), cancellationToken) : Task.CompletedTask;

    private static SourceEntry Read(DbDataReader row)
    {
        CoverageSource source = new(SourceName.Parse(row.GetString(0)), (SourceKind)row.GetInt32(1), row.GetString(2))
        {
            Collection = Text(3),
            Outlet = Text(4),
            Interval = TimeSpan.FromSeconds(row.GetInt64(5)),
            ReadsPages = row.GetInt32(6) != 0,
            AllowsPrivate = row.GetInt32(7) != 0,
            CredentialsFile = Text(8),
            IsPaused = row.GetInt32(9) != 0,
            Language = Text(17),
            DateOrder = (DateOrder)row.GetInt32(18),
        };
        SourceState state = new()
        {
            Checked = Time(10),
            NextCheck = row.GetInt64(11) == 0 ? null : Time(11),
            Changed = Time(12),
            ETag = Text(13),
            LastModified = Text(14),
            Failures = row.GetInt32(15),
            Error = Text(16),
        };
        return new SourceEntry(source, state);

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        DateTimeOffset? Time(int column) => row.IsDBNull(column) ? null : SqlTime.Read(row.GetInt64(column));
    }
}
