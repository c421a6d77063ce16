using System.Data.Common;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql.Subscriptions;

/// <summary>Follows in the store's file. Every change is one transaction, so that several processes may share the file.</summary>
public sealed class SqlFollowStore(SqlCoverageStore store) : IFollowStore
{
    private const string Columns = "number, platform, space, channel, person, told, alerted, quiet_from, quiet_to, zone, made_by";
    private const string IsPlace = "platform = $1 AND space = $2 AND channel = $3 AND person = $4";

    /// <inheritdoc/>
    public Task<Follower?> FindAsync(SubscriptionPlace place, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s =>
            {
                using var transaction = s.BeginRead();
                return Read(s, s.Prepare($"SELECT {Columns} FROM follower WHERE {IsPlace}", PlaceRows.Key(place))).FirstOrDefault();
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Follower>> ListBehindAsync(
        IReadOnlyCollection<string> platforms,
        long arrival,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync<IReadOnlyList<Follower>>(
            s =>
            {
                using var transaction = s.BeginRead();
                return Read(
                    s,
                    s.Prepare(
                        $"""
                        SELECT {Columns} FROM follower
                        WHERE told < $1 AND platform IN (SELECT value FROM {s.Each(
                            "$2"
                        )}) AND EXISTS (SELECT 1 FROM follow f WHERE f.follower = follower.number) ORDER BY number
                        """,
                        arrival,
                        JsonList.Of(platforms)
                    )
                );
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<FollowOutcome> AddAsync(SubscriptionPlace place, Interest interest, int most, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite(WriteTurn.Subscriptions);
                long follower = Ensure(s, place, interest.MadeBy);
                long follows = s.ReadLong("SELECT count(*) FROM follow WHERE follower = $1", follower);
                if (
                    s.ReadLong(
                        "SELECT count(*) FROM follow WHERE follower = $1 AND kind = $2 AND lower(words) = lower($3)",
                        follower,
                        (int)interest.Kind,
                        interest.Words
                    ) > 0
                )
                {
                    return FollowOutcome.Known;
                }

                if (follows >= most)
                {
                    return FollowOutcome.Full;
                }

                s.Execute(
                    "INSERT INTO follow (follower, kind, words, after, made_by) VALUES ($1, $2, $3, $4, $5)",
                    follower,
                    (int)interest.Kind,
                    interest.Words,
                    interest.After,
                    interest.MadeBy
                );
                if (follows == 0)
                {
                    s.Execute("UPDATE follower SET told = $2 WHERE number = $1 AND told < $2", follower, interest.After);
                }

                transaction.Commit();
                return FollowOutcome.Added;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> RemoveAsync(SubscriptionPlace place, FollowKind? kind, string? words, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    $"""
                    DELETE FROM follow WHERE follower IN (SELECT number FROM follower WHERE {IsPlace}) AND (CAST($5 AS integer) IS NULL OR kind = $5)
                    AND (CAST($6 AS text) IS NULL OR lower(words) = lower($6) OR (kind = $7 AND substr(lower(words), 1, length($6) + 1) = lower($6) || ' '))
                    """,
                    [.. PlaceRows.Key(place), (int?)kind, words, (int)FollowKind.Story]
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task SetQuietAsync(SubscriptionPlace place, QuietHours? quiet, string madeBy, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                s.Execute(
                    "UPDATE follower SET quiet_from = $2, quiet_to = $3, zone = $4 WHERE number = $1",
                    Ensure(s, place, madeBy),
                    MinuteOf(quiet?.From),
                    MinuteOf(quiet?.To),
                    quiet?.Zone
                );
                transaction.Commit();
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> SettleAsync(Follower follower, long told, Announcement? announcement, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                int settled = s.Execute(
                    "UPDATE follower SET told = $3, alerted = coalesce($4, alerted) WHERE number = $1 AND told = $2",
                    follower.Number,
                    follower.Told,
                    told,
                    announcement?.Made.ToUnixTimeMilliseconds()
                );
                if (settled == 0)
                {
                    return false;
                }

                if (announcement is not null)
                {
                    AnnouncementRows.Insert(s, announcement);
                }

                transaction.Commit();
                return true;
            },
            cancellationToken
        );

    private static long Ensure(SqlSession session, SubscriptionPlace place, string madeBy)
    {
        var key = PlaceRows.Key(place);
        session.Execute(
            "INSERT INTO follower (platform, space, channel, person, told, alerted, made_by) VALUES ($1, $2, $3, $4, "
                + "0, 0, $5) ON CONFLICT DO NOTHING",
            [.. key, madeBy]
        );
        return session.ReadLong($"SELECT number FROM follower WHERE {IsPlace}", key);
    }

    private static List<Follower> Read(SqlSession session, DbCommand query)
    {
        List<Follower> followers = [];
        using (var row = query.ExecuteReader())
        {
            while (row.Read())
            {
                var quiet = row.IsDBNull(7)
                    ? null
                    : new QuietHours(TimeOfMinute(row.GetInt32(7)), TimeOfMinute(row.GetInt32(8)), row.GetString(9));
                DateTimeOffset? alerted = row.GetInt64(6) == 0 ? null : SqlTime.Read(row.GetInt64(6));
                followers.Add(
                    new Follower(row.GetInt64(0), PlaceRows.Read(row, 1), [], row.GetInt64(5), alerted, quiet, row.GetString(10))
                );
            }
        }

        return [.. followers.Select(follower => follower with { Interests = ReadInterests(session, follower.Number) })];
    }

    private static List<Interest> ReadInterests(SqlSession session, long follower)
    {
        List<Interest> interests = [];
        using var row = session
            .Prepare("SELECT kind, words, after, made_by FROM follow WHERE follower = $1 ORDER BY number", follower)
            .ExecuteReader();
        while (row.Read())
        {
            interests.Add(new Interest((FollowKind)row.GetInt32(0), row.ReadText(1)!, row.GetInt64(2), row.GetString(3)));
        }

        return interests;
    }

    private static int? MinuteOf(TimeOnly? time) => time is { } set ? (set.Hour * 60) + set.Minute : null;

    private static TimeOnly TimeOfMinute(int minute) => new(minute / 60, minute % 60);
}
