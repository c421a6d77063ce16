using BriefingBot.Core.Coverage;

namespace BriefingBot.Web.Pages.Reading;

/// <summary>
/// An article's clean text cut for the reader: at paragraphs, at passages, and at the ends of the marked quote. Nothing is added or lost.
/// </summary>
/// <param name="Paragraphs">All of them in reading order.</param>
public sealed record ReaderText(IReadOnlyList<ReaderParagraph> Paragraphs)
{
    private const string ParagraphBreak = "\n\n";

    /// <summary>The headline, when it is part of the text.</summary>
    public ReaderParagraph? Headline => Paragraphs is [{ Kind: PassageKind.Headline } first, ..] ? first : null;

    /// <summary>Everything after the headline.</summary>
    public IEnumerable<ReaderParagraph> Body => Paragraphs.Skip(Headline is null ? 0 : 1);

    /// <summary>Cuts the text.</summary>
    /// <param name="article">The article.</param>
    /// <param name="markStart">The quote's first UTF-16 unit; null, or offsets that are no stretch of the text, mark nothing.</param>
    /// <param name="markEnd">One past its last.</param>
    public static ReaderText Of(Article article, int? markStart, int? markEnd)
    {
        var (from, to) =
            markStart >= 0 && markEnd > markStart && markEnd <= article.Text.Length ? (markStart.Value, markEnd.Value) : (0, 0);
        List<ReaderParagraph> paragraphs = [];
        int start = 0;
        while (start < article.Text.Length)
        {
            int gap = article.Text.IndexOf(ParagraphBreak, start, StringComparison.Ordinal);
            int end = gap < 0 ? article.Text.Length : gap;
            if (end > start)
            {
                paragraphs.Add(Paragraph(article, start, end, from, to));
            }

            start = end + ParagraphBreak.Length;
        }

        return new ReaderText(paragraphs);
    }

    private static ReaderParagraph Paragraph(Article article, int start, int end, int from, int to)
    {
        var inside = article
            .Passages.Where(passage => passage.Start < end && passage.End > start)
            .OrderBy(passage => passage.Start)
            .ToList();
        List<ReaderPassage> parts = [];
        int position = start;
        foreach (var passage in inside)
        {
            int begin = Math.Max(passage.Start, position);
            int stop = Math.Min(passage.End, end);
            if (begin > position)
            {
                parts.Add(new ReaderPassage(null, Pieces(article.Text, position, begin, from, to)));
            }

            string? anchor = passage.Start >= start ? new PassageId(article.Id, 1, passage.Ordinal).Anchor : null;
            parts.Add(new ReaderPassage(anchor, Pieces(article.Text, begin, stop, from, to)));
            position = stop;
        }

        if (position < end)
        {
            parts.Add(new ReaderPassage(null, Pieces(article.Text, position, end, from, to)));
        }

        return new ReaderParagraph(inside.Count > 0 ? inside[0].Kind : PassageKind.Body, parts);
    }

    private static List<ReaderPiece> Pieces(string text, int start, int end, int from, int to)
    {
        int markStart = Math.Clamp(from, start, end);
        int markEnd = Math.Clamp(to, start, end);
        List<ReaderPiece> pieces = [];
        Add(start, markStart, isMarked: false);
        Add(markStart, markEnd, isMarked: true);
        Add(markEnd, end, isMarked: false);
        return pieces;

        void Add(int begin, int stop, bool isMarked)
        {
            if (stop > begin)
            {
                pieces.Add(new ReaderPiece(text[begin..stop], isMarked, isMarked && begin == from));
            }
        }
    }
}
