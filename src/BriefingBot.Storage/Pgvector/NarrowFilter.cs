using System.Globalization;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Finds what passes a filter when it is little: then all of it is looked at, which is exact, and faster than an index that finds ever more
/// passages which do not pass.
/// </summary>
internal static class NarrowFilter
{
    private const int Most = 10_000;

    /// <summary>The keys that pass; null when there is no filter, or when too many pass to look at them all.</summary>
    public static long[]? FindKeys(SqlSession session, CoverageFilter filter)
    {
        if (!FilterSql.IsSet(filter))
        {
            return null;
        }

        List<object?> values = [];
        string limit = (Most + 1).ToString(CultureInfo.InvariantCulture);
        HashSet<long> keys = [];
        int rows = 0;
        using var row = session
            .Prepare($"SELECT f.passage FROM ({FilterSql.Keys(filter, values)}) f LIMIT {limit}", [.. values])
            .ExecuteReader();
        while (row.Read())
        {
            keys.Add(row.GetInt64(0));
            rows++;
        }

        return rows > Most ? null : [.. keys];
    }
}
