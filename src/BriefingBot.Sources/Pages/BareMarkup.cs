using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace BriefingBot.Sources.Pages;

/// <summary>
/// Writes an element's words and tags, without attributes. One pass; AngleSharp's own serializer takes time with the square of the
/// siblings.
/// </summary>
internal static class BareMarkup
{
    /// <summary>What stands within the element. The tree is no deeper than <see cref="TagDepth.Deepest"/>.</summary>
    public static string Within(IElement element)
    {
        StringBuilder markup = new();
        WriteChildren(element, markup);
        return markup.ToString();
    }

    private static void WriteChildren(INode node, StringBuilder markup)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    markup.Append(WebUtility.HtmlEncode(text.Data));
                    break;
                case IElement element:
                    markup.Append('<').Append(element.LocalName).Append('>');
                    if (!element.Flags.HasFlag(NodeFlags.SelfClosing))
                    {
                        WriteChildren(element, markup);
                        markup.Append("</").Append(element.LocalName).Append('>');
                    }

                    break;
            }
        }
    }
}
