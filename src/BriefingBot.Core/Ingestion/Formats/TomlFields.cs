using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Text;
using Tomlyn;
using Tomlyn.Model;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Reads the fields of an article from TOML.</summary>
internal static class TomlFields
{
    private const int MaxChars = 256 * 1024;
    private const int MaxDepth = 32;

    /// <summary>The article's fields; unknown ones are left alone.</summary>
    /// <exception cref="SourceException">No TOML, or beyond the bounds; the message names the line.</exception>
    public static SourceMetadata Read(string toml, int firstLine)
    {
        if (toml.Length > MaxChars || Nesting.IsDeeperThan(toml, MaxDepth, out _))
        {
            throw new SourceException(
                $"malformed front matter from line {firstLine} on: longer than {MaxChars / 1024} KB, or nested deeper "
                    + $"than {MaxDepth} levels."
            );
        }

        TomlTable table;
        try
        {
            table = TomlSerializer.Deserialize<TomlTable>(toml) ?? [];
        }
        catch (TomlException exception)
        {
            throw new SourceException($"malformed TOML in the front matter: {exception.Message.ReplaceLineEndings(" ").Trim()}");
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or NullReferenceException
                        or IndexOutOfRangeException
                        or OverflowException
            )
        {
            throw new SourceException($"malformed TOML in the front matter from line {firstLine} on.");
        }

        var fields = new FieldCollector();
        foreach (var (name, value) in table)
        {
            fields.Add(name, Text(value));
        }

        foreach (string inner in (string[])["params", "extra", "taxonomies"])
        {
            foreach (var (name, value) in table.TryGetValue(inner, out object? nested) && nested is TomlTable more ? more : [])
            {
                if (!table.ContainsKey(name))
                {
                    fields.Add(name, Text(value));
                }
            }
        }

        return fields.ToMetadata();
    }

    private static string? Text(object? value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            TomlTable person => person.TryGetValue("name", out object? name) ? Text(name) : null,
            System.Collections.IEnumerable list
                when list.Cast<object?>().Select(Text).OfType<string>().ToArray() is { Length: > 0 } items => string.Join(", ", items),
            TomlDateTime date => date.ToString(),
            IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
}
