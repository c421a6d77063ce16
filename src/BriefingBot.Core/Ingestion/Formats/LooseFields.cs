using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Reads front matter that people wrote by hand and that is no YAML: <c>title: Ferry terminal: the end</c>, line by line.
/// </summary>
internal static partial class LooseFields
{
    private const int MostLines = 500;

    /// <summary>Is the first line that says anything of the form <c>name: value</c>?</summary>
    public static bool BeginsWithField(ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
            {
                return Field().IsMatch(line) || Field().IsMatch(line.TrimStart()) && line[0] is ' ' or '{' or '?' or '"' or '\'';
            }
        }

        return false;
    }

    /// <summary>Does a block that begins with no field hold YAML of another shape: a list, brackets?</summary>
    public static bool IsStructured(string[] lines, int from, int close)
    {
        string first = close < 0 ? "" : lines[from..close].FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        return first.Length > 0
            && (
                first[0] is '[' or '{' or '&' or '*' or '!'
                || first.StartsWith("- ", StringComparison.Ordinal) && first.Contains(": ", StringComparison.Ordinal)
            );
    }

    /// <summary>Reads the fields; false when some line is neither a field, nor an item or a value that goes on, nor a remark.</summary>
    public static bool TryRead(ReadOnlySpan<string> lines, out SourceMetadata fields)
    {
        fields = SourceMetadata.Empty;
        if (lines.Length > MostLines)
        {
            return false;
        }

        var collector = new FieldCollector();
        string name = "";
        var items = new List<string>();
        foreach (string raw in lines)
        {
            string line = raw.TrimEnd();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Field().Match(line) is { Success: true } field)
            {
                collector.Add(name, string.Join(", ", items));
                name = field.Groups["name"].Value;
                items.Clear();
                string value = Unquoted(field.Groups["value"].Value.Trim());
                if (value.Length > 0 && value[0] is '[' or '{' or '&' or '*' or '!')
                {
                    return false;
                }

                AddTo(items, value is "|" or ">" or "|-" or ">-" ? "" : value);
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                AddTo(items, Unquoted(item.Groups["value"].Value.Trim()));
            }
            else if (line[0] is not (' ' or '\t'))
            {
                return false;
            }
        }

        collector.Add(name, string.Join(", ", items));
        fields = collector.ToMetadata();
        return true;
    }

    private static void AddTo(List<string> items, string value)
    {
        if (value.Length > 0)
        {
            items.Add(value);
        }
    }

    private static string Unquoted(string value) =>
        value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    [GeneratedRegex(
        @"^(?<name>[A-Za-z_][\w.:-]{0,60}?)\s*:(?:\s+(?<value>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^\s*-\s+(?:name:\s*)?(?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Item();
}
