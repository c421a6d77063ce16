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
        bool[] drop = [.. lines.Select(line => !GoesOn(line) && PageFurniture.IsFurniture(line.Text))];
        DropWeak(lines, drop, Enumerable.Range(0, lines.Count));
        DropWeak(lines, drop, Enumerable.Range(0, lines.Count).Reverse());

        var kept = new List<TextLine>(lines.Count);
        bool blank = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (drop[i])
            {
                furniture.Add(lines[i].Text);
                blank = true;
            }
            else
            {
                kept.Add(lines[i] with { AfterBlank = lines[i].AfterBlank || blank });
                blank = false;
            }
        }

        return kept;
    }

    // A button's name is furniture beside furniture, beside another button's name, and at either end of the page.
    private static void DropWeak(List<TextLine> lines, bool[] drop, IEnumerable<int> order)
    {
        bool beside = true;
        foreach (int i in order)
        {
            bool weak = !drop[i] && PageFurniture.IsWeakFurniture(lines[i].Text);
            drop[i] |= weak && (beside || (i + 1 < lines.Count && PageFurniture.IsWeakFurniture(lines[i + 1].Text)));
            beside = drop[i];
        }
    }

    // The rest of a sentence is never furniture, whatever it looks like.
    private static bool GoesOn(TextLine line) => !line.AfterBlank && char.IsLower(line.Text[0]);

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
