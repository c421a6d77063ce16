using System.Text.Json;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// The block of fields at the top of a Markdown file: YAML between lines of <c>---</c>, TOML between lines of <c>+++</c>, or a JSON object.
/// A rule <c>---</c> that opens a page is no front matter.
/// </summary>
internal static class FrontMatter
{
    private const int LongestJson = 256 * 1024;

    /// <summary>Parts the front matter from the body; a file without one is all body.</summary>
    /// <param name="text">The file.</param>
    /// <param name="note">Told of a block that was no YAML and was read line by line.</param>
    /// <exception cref="SourceException">The block is never closed or cannot be read; the message names the line.</exception>
    public static (SourceMetadata Fields, string Body) Read(string text, Action<string>? note = null)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int open = Array.FindIndex(lines, line => line.AsSpan().Trim("\uFEFF \t").Length > 0);
        return open < 0
            ? (SourceMetadata.Empty, text)
            : lines[open].AsSpan().Trim("\uFEFF \t") switch
            {
                "---" => ReadYaml(lines, open, text, note),
                "+++" => ReadToml(lines, open, text),
                ['{', ..] => ReadJson(lines, open, text),
                _ => (SourceMetadata.Empty, text),
            };
    }

    private static (SourceMetadata Fields, string Body) ReadYaml(string[] lines, int open, string text, Action<string>? note)
    {
        int close = Array.FindIndex(lines, open + 1, line => line.TrimEnd() is "---" or "...");
        bool holdsFields = LooseFields.BeginsWithField(lines.AsSpan(open + 1, (close < 0 ? lines.Length : close) - open - 1));
        if (!holdsFields && (close < 0 || lines.AsSpan(open + 1, close - open - 1).ContainsAnyText()))
        {
            // A rule between paragraphs, or a block of something else: nothing of it may be lost.
            return LooseFields.IsStructured(lines, open + 1, close)
                ? throw Malformed(open)
                : (SourceMetadata.Empty, string.Join('\n', lines[(open + 1)..]));
        }

        if (close < 0)
        {
            throw new SourceException($"malformed front matter: line {open + 1} opens it with '---' and nothing closes it.");
        }

        string body = string.Join('\n', lines[(close + 1)..]);
        string yaml = string.Join('\n', lines[(open + 1)..close]);
        try
        {
            var mapping = YamlFields.Load(yaml, firstLine: open + 2);
            return (mapping is null ? SourceMetadata.Empty : YamlFields.Read(mapping), body);
        }
        catch (SourceException exception) when (LooseFields.TryRead(lines.AsSpan(open + 1, close - open - 1), out var fields))
        {
            note?.Invoke(
                $"{exception.Message.TrimEnd('.')}; the fields were read line by line. Put the value of that line between quotes."
            );
            return (fields, body);
        }
    }

    private static SourceException Malformed(int open) =>
        new($"malformed front matter from line {open + 1} on: expected lines of 'name: value'.");

    private static (SourceMetadata Fields, string Body) ReadToml(string[] lines, int open, string text)
    {
        int close = Array.FindIndex(lines, open + 1, line => line.TrimEnd() == "+++");
        return close < 0
            ? (SourceMetadata.Empty, text)
            : (TomlFields.Read(string.Join('\n', lines[(open + 1)..close]), open + 2), string.Join('\n', lines[(close + 1)..]));
    }

    private static (SourceMetadata Fields, string Body) ReadJson(string[] lines, int open, string text)
    {
        int close = Array.FindIndex(lines, open, line => line.TrimEnd() == "}");
        string block = close < 0 ? "" : string.Join('\n', lines[open..(close + 1)]);
        if (block.Length is 0 or > LongestJson)
        {
            return (SourceMetadata.Empty, text);
        }

        try
        {
            using var document = JsonDocument.Parse(block, JsonShapes.Lenient);
            return (JsonShapes.Fields(document.RootElement).ToMetadata(), string.Join('\n', lines[(close + 1)..]));
        }
        catch (JsonException)
        {
            return (SourceMetadata.Empty, text);
        }
    }

    private static bool ContainsAnyText(this Span<string> lines)
    {
        foreach (string line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line) && line.TrimStart()[0] != '#')
            {
                return true;
            }
        }

        return false;
    }
}
