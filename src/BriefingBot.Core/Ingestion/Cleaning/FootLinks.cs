namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Drops lists of links to other stories: what stands below a heading such as "Recommended" down to the end of the page, as long as it is
/// no running text; inside a story, the one line below the heading.
/// </summary>
internal static class FootLinks
{
    private const int LongestLink = 140;
    private const int MostLines = 60;

    /// <summary>Marks the lines that go.</summary>
    public static void Mark(IReadOnlyList<TextLine> lines, bool[] drop)
    {
        int foot = lines.Count;
        while (foot > 0 && lines.Count - foot < MostLines && (drop[foot - 1] || IsLink(lines[foot - 1].Text)))
        {
            foot--;
        }

        // A page of links only is no foot.
        int open =
            foot == 0 ? -1 : Enumerable.Range(foot, lines.Count - foot).FirstOrDefault(i => PageFurniture.IsFootHeading(lines[i].Text), -1);
        for (int i = Math.Max(open, 0); open >= 0 && i < lines.Count; i++)
        {
            drop[i] = true;
        }

        for (int i = 1; i + 2 < lines.Count; i++)
        {
            if (
                drop[i]
                && !drop[i + 1]
                && PageFurniture.IsFootHeading(lines[i].Text)
                && IsLink(lines[i + 1].Text)
                && !IsLink(lines[i + 2].Text)
            )
            {
                drop[i + 1] = true;
            }
        }
    }

    private static bool IsLink(string line) =>
        line.Length <= LongestLink && line[^1] is not ('.' or '!' or '”' or '"' or ':' or '…' or ')');
}
