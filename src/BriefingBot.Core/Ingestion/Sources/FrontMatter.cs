namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>The YAML block between two lines of <c>---</c> at the top of a Markdown file.</summary>
internal static class FrontMatter
{
    /// <summary>Parts the front matter from the body; a file without one is all body.</summary>
    /// <exception cref="SourceException">The block is never closed or is no YAML mapping; the message names the line.</exception>
    public static (SourceMetadata Fields, string Body) Read(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return (SourceMetadata.Empty, text);
        }

        int close = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        if (close < 0)
        {
            throw new SourceException("malformed front matter: line 1 opens it with '---' and nothing closes it.");
        }

        var mapping = YamlFields.Load(string.Join('\n', lines[1..close]), firstLine: 2);
        return (mapping is null ? SourceMetadata.Empty : YamlFields.Read(mapping), string.Join('\n', lines[(close + 1)..]));
    }
}
