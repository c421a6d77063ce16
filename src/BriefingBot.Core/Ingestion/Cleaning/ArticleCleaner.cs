using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>Turns the raw text of a source into its paragraphs. Typographic quotes stay as they are.</summary>
internal static class ArticleCleaner
{
    // One part of so many of a text may be furniture that was learned.
    private const int MostShared = 3;

    /// <summary>The paragraphs, and the furniture lines that were dropped (a copyright line still names the outlet).</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="learned">Lines that many articles of the outlet share, whatever they say; null: none are known.</param>
    public static (List<TextLine> Paragraphs, IReadOnlyList<string> Furniture) Clean(string text, IReadOnlySet<string>? learned = null)
    {
        var furniture = new List<string>();
        var lines = Lines(text);
        learned = IsMostlyShared(lines, learned) ? null : learned;
        lines = DropFurniture(lines, learned, furniture);
        lines = LineJoiner.Join(lines);
        return (DropFurniture(lines, learned, furniture), furniture);
    }

    /// <summary>
    /// The lines of a raw text as furniture is looked for in them: trimmed, tables written out, without what no reader sees.
    /// </summary>
    public static List<TextLine> Lines(string text) => SplitLines(InvisibleCharacters.Remove(PlainTables.WriteOut(text)));

    // A text that is shared nearly whole is a copy, and no furniture.
    private static bool IsMostlyShared(List<TextLine> lines, IReadOnlySet<string>? learned) =>
        learned is not null
        && lines.Where(line => learned.Contains(line.Text)).Sum(line => line.Text.Length) * MostShared
            > lines.Sum(line => line.Text.Length);

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

    private static List<TextLine> DropFurniture(List<TextLine> lines, IReadOnlySet<string>? learned, List<string> furniture)
    {
        bool[] drop =
        [
            .. lines.Select(line => !GoesOn(line) && (PageFurniture.IsFurniture(line.Text) || learned?.Contains(line.Text) == true)),
        ];
        DropWeak(lines, drop, Enumerable.Range(0, lines.Count));
        DropWeak(lines, drop, Enumerable.Range(0, lines.Count).Reverse());
        FootLinks.Mark(lines, drop);

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
        if (!line.Contains("  ", StringComparison.Ordinal))
        {
            return line.ToString();
        }

        var text = new StringBuilder(line.Length);
        foreach (char c in line)
        {
            if (c != ' ' || text.Length == 0 || text[^1] != ' ')
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
