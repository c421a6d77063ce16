using System.Text;
using BriefingBot.Core.Ingestion.Cleaning;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Turns Markdown into plain paragraphs: marks, template code and link targets go, their words stay, also those inside HTML; rows of tables
/// stay apart.
/// </summary>
internal static class MarkdownText
{
    // Some constructs take the parser time that grows with the square of a paragraph.
    private const int LongestParagraph = 16 * 1024;
    private const int MostBrackets = 3000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    /// <summary>The text, its blocks separated by empty lines. What the parser cannot be trusted with is taken as plain text.</summary>
    public static string ToPlain(string markdown)
    {
        markdown = TemplateCode.Remove(markdown);
        if (!IsOrdinary(markdown))
        {
            return Markup.Strip(markdown);
        }

        try
        {
            var plain = new StringBuilder(markdown.Length);
            Append(plain, Markdown.Parse(markdown, Pipeline), "");
            return plain.ToString();
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException)
        {
            // Nested beyond the parser's own bound, or something that it stumbles over.
            return Markup.Strip(markdown);
        }
    }

    private static bool IsOrdinary(string markdown)
    {
        int length = 0;
        int brackets = 0;
        int lineStart = 0;
        for (int i = 0; i < markdown.Length; i++)
        {
            char c = markdown[i];
            if (c == '\n')
            {
                bool blank = markdown.AsSpan(lineStart, i - lineStart).IsWhiteSpace();
                (length, brackets) = blank ? (0, 0) : (length, brackets);
                lineStart = i + 1;
            }

            length++;
            brackets += c is '[' or '<' or '*' or '_' or '`' or '>' or '!' or '(' or '~' or '|' or '&' ? 1 : 0;
            if (length > LongestParagraph || brackets > MostBrackets)
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder plain, ContainerBlock blocks, string mark)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HtmlBlock html:
                    plain.Append(HtmlText.ToPlain(html.Lines.ToString())).Append("\n\n");
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                case LeafBlock { Inline: { } inlines }:
                    plain.Append(mark);
                    Append(plain, inlines);
                    plain.Append("\n\n");
                    mark = "";
                    break;
                case LeafBlock { Lines: { Count: > 0 } lines }:
                    plain.Append(lines.ToString()).Append("\n\n");
                    break;
                case Table table:
                    AppendTable(plain, table);
                    break;
                case ListItemBlock item:
                    Append(plain, item, "• ");
                    break;
                case ContainerBlock inner:
                    Append(plain, inner, mark);
                    break;
            }
        }
    }

    private static void AppendTable(StringBuilder plain, Table table)
    {
        string[][] rows = [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellText).ToArray())];
        foreach (string line in TableText.Lines(rows, table.OfType<TableRow>().FirstOrDefault()?.IsHeader ?? false))
        {
            plain.Append(line).Append("\n\n");
        }
    }

    private static string CellText(TableCell cell)
    {
        var text = new StringBuilder();
        Append(text, cell, "");
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder plain, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    plain.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    plain.Append(code.Content);
                    break;
                case LineBreakInline:
                    plain.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    plain.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    plain.Append(link.Url);
                    break;
                case FootnoteLink:
                    break;
                case LinkInline { IsImage: true } image:
                    AppendCaption(plain, image);
                    break;
                case ContainerInline inner:
                    Append(plain, inner);
                    break;
            }
        }
    }

    private static void AppendCaption(StringBuilder plain, LinkInline image)
    {
        var caption = new StringBuilder();
        Append(caption, image);
        string title = string.IsNullOrWhiteSpace(image.Title) ? caption.ToString() : image.Title;
        if (!string.IsNullOrWhiteSpace(title))
        {
            plain.Append("\n\nPhoto: ").Append(title).Append("\n\n");
        }
    }
}
