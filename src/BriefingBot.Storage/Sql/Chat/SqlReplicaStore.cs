using BriefingBot.Core.Chat.Replicas;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>The processes that share a store.</summary>
public sealed class SqlReplicaStore(SqlCoverageStore store) : IReplicaStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task SeeAsync(Replica replica, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                s.Execute("DELETE FROM replica WHERE seen < $1", (replica.Seen - Kept).ToUnixTimeMilliseconds());
                return s.Execute(
                    "INSERT INTO replica (owner, machine, version, started, seen) VALUES ($1, $2, $3, $4, $5) "
                        + "ON CONFLICT (owner) DO UPDATE SET seen = excluded.seen",
                    replica.Owner,
                    replica.Machine,
                    replica.Version,
                    replica.Started.ToUnixTimeMilliseconds(),
                    replica.Seen.ToUnixTimeMilliseconds()
                );
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task LeaveAsync(string owner, CancellationToken cancellationToken) =>
        store.WriteAsync(s => s.Execute("DELETE FROM replica WHERE owner = $1", owner), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReplicaDuties>> ListAsync(DateTimeOffset since, string owner, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ReplicaDuties>>(s => List(s, since.ToUnixTimeMilliseconds(), owner), cancellationToken);

    private static List<ReplicaDuties> List(SqlSession session, long since, string owner)
    {
        using var transaction = session.BeginRead();
        var leases = ReadLeases(session, since);
        List<ReplicaDuties> replicas = [];
        using var row = session
            .Prepare("SELECT owner, machine, version, started, seen FROM replica WHERE seen >= $1 ORDER BY started, owner", since)
            .ExecuteReader();
        while (row.Read())
        {
            Replica replica = new(
                row.GetString(0),
                row.ReadText(1)!,
                row.ReadText(2)!,
                SqlTime.Read(row.GetInt64(3)),
                SqlTime.Read(row.GetInt64(4))
            );
            replicas.Add(new ReplicaDuties(replica, replica.Owner == owner, [.. leases[replica.Owner]]));
        }

        return replicas;
    }

    private static ILookup<string, string> ReadLeases(SqlSession session, long since)
    {
        List<(string Owner, string Name)> leases = [];
        using var row = session.Prepare("SELECT owner, name FROM lease WHERE until >= $1 ORDER BY name", since).ExecuteReader();
        while (row.Read())
        {
            leases.Add((row.GetString(0), row.GetString(1)));
        }

        return leases.ToLookup(lease => lease.Owner, lease => lease.Name, StringComparer.Ordinal);
    }
}
