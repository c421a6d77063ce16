using System.Text;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Makes paragraphs of lines: an empty line always parts them; without one, a line goes on in the next when its sentence does or when the
/// text is hard-wrapped.
/// </summary>
internal static class LineJoiner
{
    // Mail and print wrap at 60 to 100 columns; longer lines are paragraphs.
    private const int WidestWrap = 130;
    private const int FewestWraps = 3;
    private const int ShortestRunningLine = 40;
    private const int ShortestProse = 80;

    /// <summary>The paragraphs; <see cref="TextLine.AfterBlank"/> tells of their first line.</summary>
    public static List<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        var breaks = new WordBreaks(lines);
        int width = WrapWidth(lines);
        var paragraphs = new List<TextLine>();
        var text = new StringBuilder();
        bool afterBlank = true;
        string last = "";
        foreach (var line in lines)
        {
            if (text.Length > 0 && Continues(last, line, width))
            {
                breaks.Append(text, last, line.Text);
            }
            else
            {
                Close();
                text.Append(line.Text);
                afterBlank = line.AfterBlank;
            }

            last = line.Text;
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (text.Length > 0)
            {
                paragraphs.Add(new TextLine(text.ToString(), afterBlank));
                text.Clear();
            }
        }
    }

    private static bool Continues(string last, TextLine line, int width)
    {
        string next = line.Text;
        if (line.AfterBlank)
        {
            return Dateline.StandsAlone(last);
        }

        bool full = width > 0 && last.Length + 1 + FirstWordLength(next) > width;
        bool unfinished = !EndsSentence(last) && IsUnfinished(last);
        if (StartsItem(next, last) || BylineLine.Read(last) is not null || (!full && !unfinished && BylineLine.Read(next) is not null))
        {
            return false;
        }

        return StartsSmall(next) || full || unfinished;
    }

    // The greatest line length of a text whose lines were cut at a column; 0 for any other text.
    private static int WrapWidth(IReadOnlyList<TextLine> lines)
    {
        int width = 0;
        int wraps = 0;
        int open = 0;
        int total = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i + 1].AfterBlank)
            {
                wraps++;
                width = Math.Max(width, lines[i].Text.Length);
                open += EndsSentence(lines[i].Text) ? 0 : 1;
                total += lines[i].Text.Length;
            }
        }

        return wraps >= FewestWraps && width <= WidestWrap && width >= 30 && open * 2 > wraps && total > width * wraps * 6 / 10 ? width : 0;
    }

    // Ends in a comma, a hyphen or a small word; or holds whole sentences and the beginning of one. A caption ends in its credit.
    private static bool IsUnfinished(string line) =>
        (line.Length > 1 && line[^1] is '-' or '\u2010' && char.IsLetter(line[^2]))
        || (line.Length >= ShortestRunningLine && (line[^1] is ',' || SmallWords.Contains(LastWord(line))))
        || (
            line.Length >= ShortestProse
            && SentenceSplitter.Split(line) is { Count: >= 2 } sentences
            && line[sentences[^2].End - 1] != '?'
            && !CaptionRule.IsCaption(line, belowByline: true)
        );

    private static bool EndsSentence(string line)
    {
        var bare = line.AsSpan().TrimEnd("”’\"')]»");
        return bare.Length > 0 && bare[^1] is '.' or '!' or '?' or '…' or ':';
    }

    // A dash opens an item of a list, or sets off a part of the sentence before it.
    private static bool StartsItem(string line, string last) =>
        line[0] is '•' or '●' or '▪' or '◦' or '‣' or '■' or '►' || (IsDashed(line) && (EndsSentence(last) || IsDashed(last)));

    private static bool IsDashed(string line) => line.Length > 1 && line[0] is '-' or '*' or '–' or '—' && line[1] == ' ';

    private static bool StartsSmall(string line)
    {
        int first = line[0] is '“' or '"' or '(' or '‘' or '\'' ? 1 : 0;
        first = IsDashed(line) ? 2 : first;
        return first < line.Length && char.IsLower(line[first]) && !(first + 1 < line.Length && char.IsUpper(line[first + 1]));
    }

    private static int FirstWordLength(string line) =>
        line.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0 ? blank : line.Length;

    private static string LastWord(string line) => line[(line.LastIndexOf(' ') + 1)..];
}
