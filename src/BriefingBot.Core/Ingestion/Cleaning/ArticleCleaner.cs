namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>Turns the raw text of a source into its paragraphs. Typographic quotes stay as they are.</summary>
internal static class ArticleCleaner
{
    /// <summary>The paragraphs, and the furniture lines that were dropped (a copyright line still names the outlet).</summary>
    public static (List<TextLine> Paragraphs, IReadOnlyList<string> Furniture) Clean(string text)
    {
        var furniture = new List<string>();
        text = InvisibleCharacters.Remove(text);
        var lines = SplitLines(text);
        lines = DropFurniture(lines, furniture);
        lines = LineJoiner.Join(lines);
        return (DropFurniture(lines, furniture), furniture);
    }

    private static List<TextLine> SplitLines(string text)
    {
        var lines = new List<TextLine>();
        bool blank = true;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            if (!line.IsEmpty)
            {
                lines.Add(new TextLine(SingleBlanks(line), blank));
            }

            blank = line.IsEmpty;
        }

        return lines;
    }

    private static List<TextLine> DropFurniture(List<TextLine> lines, List<string> furniture)
    {
        var kept = new List<TextLine>(lines.Count);
        bool blank = false;
        foreach (var line in lines)
        {
            // The rest of a sentence is never furniture, whatever it looks like.
            bool goesOn = !line.AfterBlank && !blank && char.IsLower(line.Text[0]);
            if (!goesOn && PageFurniture.IsFurniture(line.Text))
            {
                furniture.Add(line.Text);
                blank = true;
            }
            else
            {
                kept.Add(line with { AfterBlank = line.AfterBlank || blank });
                blank = false;
            }
        }

        return kept;
    }

    private static string SingleBlanks(ReadOnlySpan<char> line)
    {
        string text = line.ToString();
        while (text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Replace("  ", " ", StringComparison.Ordinal);
        }

        return text;
    }
}
