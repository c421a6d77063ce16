using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Sql.Articles;

namespace BriefingBot.Storage.Pgvector;

/// <summary>A <see cref="CoverageFilter"/> as conditions over <c>search_passage</c>.</summary>
internal static class FilterSql
{
    /// <summary>False when every current passage passes.</summary>
    public static bool IsSet(CoverageFilter filter) => filter is not { Window: null, NotAfter: null, Collections: null, Source: null };

    /// <summary>What a row must meet.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="row">What the statement calls the row.</param>
    /// <param name="values">Gets the values of the parameters.</param>
    public static string OfRow(CoverageFilter filter, string row, List<object?> values)
    {
        string rest = OfArticle(filter, row, values);
        if (filter.Window is not { } window)
        {
            return rest;
        }

        var (from, to) = (Add(values, window.From.DayNumber), Add(values, window.To.DayNumber));
        string undated = filter.AllowUndated ? $" OR {row}.day IS NULL" : "";
        return $"({row}.day BETWEEN {from} AND {to}{undated} OR EXISTS (SELECT 1 FROM passage_period n WHERE n.passage = {row}.passage "
            + $"AND n.from_day >= {from} AND n.to_day <= {to})) AND {rest}";
    }

    /// <summary>A query for the keys that pass, each way by an index; one key may come more than once.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="values">Gets the values of the parameters.</param>
    public static string Keys(CoverageFilter filter, List<object?> values)
    {
        const string Passages = "SELECT w.passage FROM search_passage w WHERE ";
        string rest = OfArticle(filter, "w", values);
        if (filter.Window is not { } window)
        {
            return Passages + rest;
        }

        var (from, to) = (Add(values, window.From.DayNumber), Add(values, window.To.DayNumber));
        string undated = filter.AllowUndated ? $" UNION ALL {Passages} w.day IS NULL AND {rest}" : "";
        return $"{Passages} w.day BETWEEN {from} AND {to} AND {rest}{undated} UNION ALL SELECT n.passage FROM passage_period n "
            + $"JOIN search_passage w ON w.passage = n.passage WHERE n.from_day >= {from} AND n.to_day <= {to} AND {rest}";
    }

    /// <summary>Adds a parameter and gives its name.</summary>
    public static string Add(List<object?> values, object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }

    private static string OfArticle(CoverageFilter filter, string row, List<object?> values)
    {
        List<string> conditions = [];
        if (filter.Collections is { } collections)
        {
            string[] names = [.. collections.Select(static name => (string)PostgresValue.Of(name))];
            conditions.Add($"{row}.collection = ANY({Add(values, names)})");
        }

        if (filter.NotAfter is { } last)
        {
            conditions.Add($"({row}.day IS NULL OR {row}.day <= {Add(values, last.DayNumber)})");
        }

        if (filter.Source is { } source)
        {
            string[] credits = [.. source.Credits.Select(static name => (string)PostgresValue.Of(name))];
            conditions.Add($"{row}.article IN ({CreditReader.ArticlesBy(source, $"= ANY({Add(values, credits)})")})");
        }

        return conditions.Count == 0 ? "TRUE" : string.Join(" AND ", conditions);
    }
}
