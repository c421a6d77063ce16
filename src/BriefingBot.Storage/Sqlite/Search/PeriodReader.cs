using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>Reads the periods that passages name.</summary>
internal static class PeriodReader
{
    /// <summary>Fills the column of all rows.</summary>
    public static void ReadAll(SqliteSession session, PassageColumns columns, int count)
    {
        using var reader = session.Prepare("SELECT passage, from_day, to_day FROM passage_period ORDER BY passage").ExecuteReader();
        while (reader.Read())
        {
            int slot = columns.Find(reader.GetInt64(0), count);
            if (slot >= 0)
            {
                columns.Periods[slot] = [.. columns.Periods[slot] ?? [], Window(reader.GetInt32(1), reader.GetInt32(2))];
            }
        }
    }

    /// <summary>Fills one row anew.</summary>
    public static void Read(SqliteSession session, PassageColumns columns, int slot)
    {
        List<TimeWindow> periods = [];
        using var reader = session
            .Prepare("SELECT from_day, to_day FROM passage_period WHERE passage = $1", columns.Keys[slot])
            .ExecuteReader();
        while (reader.Read())
        {
            periods.Add(Window(reader.GetInt32(0), reader.GetInt32(1)));
        }

        columns.Periods[slot] = periods.Count == 0 ? null : [.. periods];
    }

    private static TimeWindow Window(int from, int to) => new(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
}
