using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Turns Markdown into plain paragraphs: marks and link targets go, their words stay. HTML blocks are dropped.</summary>
internal static class MarkdownText
{
    /// <summary>The text, its blocks parted by empty lines.</summary>
    public static string ToPlain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        Append(plain, Markdown.Parse(markdown), "");
        return plain.ToString();
    }

    private static void Append(StringBuilder plain, ContainerBlock blocks, string mark)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case LeafBlock { Inline: { } inlines }:
                    plain.Append(mark);
                    Append(plain, inlines);
                    plain.Append("\n\n");
                    mark = "";
                    break;
                case HtmlBlock or LinkReferenceDefinitionGroup:
                    break;
                case LeafBlock { Lines: { Count: > 0 } lines }:
                    plain.Append(lines.ToString()).Append("\n\n");
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
