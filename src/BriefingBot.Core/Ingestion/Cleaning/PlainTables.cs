using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Formats;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Finds tables in plain text (lines of cells between tabs, bars or wide gaps) and writes each row as a paragraph that can be read by
/// itself.
/// </summary>
internal static partial class PlainTables
{
    private const int LongestRow = 600;
    private const int FewestTabbed = 2;
    private const int FewestSpaced = 3;

    /// <summary>The text, its tables written out.</summary>
    public static string WriteOut(string text)
    {
        if (
            !text.Contains('\t', StringComparison.Ordinal)
            && !text.Contains("   ", StringComparison.Ordinal)
            && !text.Contains('|', StringComparison.Ordinal)
        )
        {
            return text;
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var written = new StringBuilder(text.Length);
        int i = 0;
        while (i < lines.Length)
        {
            int end = i;
            List<string[]> rows = [];
            char kind = KindOf(lines[i]);
            while (
                kind != '\0'
                && end < lines.Length
                && Cells(lines[end], kind) is { } cells
                && (rows.Count == 0 || cells.Length == rows[0].Length || kind != ' ')
            )
            {
                rows.Add(cells);
                end++;
            }

            if (rows.Count < (kind == '\t' ? FewestTabbed : FewestSpaced))
            {
                end = Math.Max(end, i + 1);
                for (; i < end; i++)
                {
                    written.Append(lines[i]).Append('\n');
                }

                continue;
            }

            rows.RemoveAll(row => row.All(cell => Ruler().IsMatch(cell)));
            written.Append('\n');
            foreach (string line in TableText.Lines(rows, hasHeader: false))
            {
                written.Append(line).Append("\n\n");
            }

            i = end;
        }

        return written.ToString();
    }

    private static char KindOf(string line) =>
        Cells(line, '\t') is not null ? '\t'
        : Cells(line, '|') is not null ? '|'
        : Cells(line, ' ') is not null ? ' '
        : '\0';

    private static string[]? Cells(string line, char kind)
    {
        if (line.Length > LongestRow || (kind != ' ' && !line.Contains(kind, StringComparison.Ordinal)))
        {
            return null;
        }

        string[] cells = kind switch
        {
            '\t' => line.Trim().Split('\t', StringSplitOptions.TrimEntries),
            '|' => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries),
            _ => Gap().Split(line.Trim()),
        };
        return cells.Length >= (kind == '\t' ? 2 : 3) && cells.Count(cell => cell.Length > 0) >= 2 ? cells : null;
    }

    [GeneratedRegex(@" {3,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[-:=_ ]*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Ruler();
}
