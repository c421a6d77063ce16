namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Writes the rows of a table as lines that can be read, and found, one by one: under a header, each cell carries its column's name
/// ("Year: 2022 | Passengers: 38,650").
/// </summary>
public static class TableText
{
    private const int LongestCell = 240;
    private const int LongestName = 60;
    private const int MostColumns = 24;

    /// <summary>One line a row; for a table that only lays out a page, one a cell.</summary>
    /// <param name="rows">The cells of each row, one line each.</param>
    /// <param name="hasHeader">The first row is known to name the columns; false: it is judged by its looks.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader)
    {
        if (rows.Any(row => row.Any(cell => cell.Length > LongestCell)))
        {
            return rows.SelectMany(row => row).Where(cell => cell.Length > 0);
        }

        var names = rows is [var first, _, ..] && IsHeader(first, rows, hasHeader) ? first : null;
        return rows.Skip(names is null ? 0 : 1).Select(row => Line(row, names)).Where(line => line.Length > 0);
    }

    private static bool IsHeader(IReadOnlyList<string> first, IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader) =>
        first.Count is > 1 and <= MostColumns
        && first.All(cell => cell.Length <= LongestName)
        && first.Count(cell => cell.Length > 0) >= first.Count - 1
        && (
            hasHeader
            || (
                !first.Any(cell => cell.Any(char.IsDigit))
                && rows.Skip(1).Count(row => row.Any(cell => cell.Any(char.IsDigit))) * 2 >= rows.Count - 1
            )
        );

    private static string Line(IReadOnlyList<string> row, IReadOnlyList<string>? names) =>
        string.Join(
            " | ",
            row.Select(
                    (cell, i) =>
                        cell.Length > 0 && names is not null && i < names.Count && names[i].Length > 0
                            ? $"{names[i].TrimEnd(':')}: {cell}"
                            : cell
                )
                .Where(cell => cell.Length > 0)
        );
}
