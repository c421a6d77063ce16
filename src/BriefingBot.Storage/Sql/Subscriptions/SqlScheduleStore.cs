using System.Data.Common;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql.Subscriptions;

/// <summary>Schedules in the store's file. Every change is one transaction, so that several processes may share the file.</summary>
public sealed class SqlScheduleStore(SqlCoverageStore store) : IScheduleStore
{
    private const string Columns =
        "number, platform, space, channel, person, topic, entries, words, cron, zone, due, told, told_at, made_by";
    private const string IsPlace = "platform = $1 AND space = $2 AND channel = $3 AND person = $4";
    private const string IsTopic = "lower(coalesce(topic, '')) = lower(coalesce($5, ''))";

    /// <inheritdoc/>
    public Task<IReadOnlyList<BriefingSchedule>> ListAsync(SubscriptionPlace place, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<BriefingSchedule>>(
            s => Read(s.Prepare($"SELECT {Columns} FROM briefing_schedule WHERE {IsPlace} ORDER BY number", PlaceRows.Key(place))),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<BriefingSchedule>> ListDueAsync(
        IReadOnlyCollection<string> platforms,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync<IReadOnlyList<BriefingSchedule>>(
            s =>
                Read(
                    s.Prepare(
                        $"SELECT {Columns} FROM briefing_schedule WHERE due <= $1 AND platform IN (SELECT value FROM "
                            + $"{s.Each("$2")}) ORDER BY due, number",
                        now.ToUnixTimeMilliseconds(),
                        JsonList.Of(platforms)
                    )
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> SetAsync(BriefingSchedule schedule, int most, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite(WriteTurn.Subscriptions);
                var place = PlaceRows.Key(schedule.Place);
                var (told, toldAt) = (schedule.Told, schedule.ToldAt.ToUnixTimeMilliseconds());
                using (
                    var row = s.Prepare(
                            $"SELECT told, told_at FROM briefing_schedule WHERE {IsPlace} AND {IsTopic}",
                            [.. place, schedule.Topic]
                        )
                        .ExecuteReader()
                )
                {
                    if (row.Read())
                    {
                        (told, toldAt) = (row.GetInt64(0), row.GetInt64(1));
                    }
                }

                s.Execute($"DELETE FROM briefing_schedule WHERE {IsPlace} AND {IsTopic}", [.. place, schedule.Topic]);
                if (s.ReadLong($"SELECT count(*) FROM briefing_schedule WHERE {IsPlace}", place) >= most)
                {
                    return false;
                }

                s.Execute(
                    """
                    INSERT INTO briefing_schedule (platform, space, channel, person, topic, entries, words, cron, zone, due, told, told_at, made_by)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                    """,
                    [
                        .. place,
                        schedule.Topic,
                        schedule.Count,
                        schedule.Words,
                        schedule.Cron,
                        schedule.Zone,
                        schedule.Due.ToUnixTimeMilliseconds(),
                        told,
                        toldAt,
                        schedule.MadeBy,
                    ]
                );
                transaction.Commit();
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> RemoveAsync(SubscriptionPlace place, string? topic, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                topic is null
                    ? s.Execute($"DELETE FROM briefing_schedule WHERE {IsPlace}", PlaceRows.Key(place))
                    : s.Execute($"DELETE FROM briefing_schedule WHERE {IsPlace} AND {IsTopic}", [.. PlaceRows.Key(place), topic]),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> SettleAsync(
        BriefingSchedule schedule,
        DateTimeOffset next,
        long? told,
        Announcement? announcement,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                int settled = s.Execute(
                    "UPDATE briefing_schedule SET due = $3, told = coalesce($4, told), told_at = coalesce($5, told_at) "
                        + "WHERE number = $1 AND due = $2",
                    schedule.Number,
                    schedule.Due.ToUnixTimeMilliseconds(),
                    next.ToUnixTimeMilliseconds(),
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

    private static List<BriefingSchedule> Read(DbCommand query)
    {
        List<BriefingSchedule> schedules = [];
        using var row = query.ExecuteReader();
        while (row.Read())
        {
            schedules.Add(
                new BriefingSchedule
                {
                    Number = row.GetInt64(0),
                    Place = PlaceRows.Read(row, 1),
                    Topic = row.ReadText(5),
                    Count = row.GetInt32(6),
                    Words = row.GetString(7),
                    Cron = row.GetString(8),
                    Zone = row.GetString(9),
                    Due = SqlTime.Read(row.GetInt64(10)),
                    Told = row.GetInt64(11),
                    ToldAt = SqlTime.Read(row.GetInt64(12)),
                    MadeBy = row.GetString(13),
                }
            );
        }

        return schedules;
    }
}
