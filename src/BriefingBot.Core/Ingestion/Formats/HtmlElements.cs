using System.Collections.Frozen;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>What the elements of a page are to a reader.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Hidden = FrozenSet.ToFrozenSet(
        [
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "iframe",
            "object",
            "select",
            "textarea",
            "button",
            "form",
            "nav",
            "head",
            "math",
            "canvas",
            "audio",
            "video",
        ],
        StringComparer.Ordinal
    );

    private static readonly string[] Page =
    [
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "body",
        "html",
        "title",
        "details",
        "summary",
        "fieldset",
        "address",
        "center",
    ];

    private static readonly string[] Running =
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "hr",
    ];

    private static readonly string[] Tables = ["table", "tr", "caption"];

    private static readonly FrozenSet<string> Blocks = ((string[])[.. Page, .. Running, .. Tables]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Is what stands in it no text of the article?</summary>
    public static bool IsHidden(string name) => Hidden.Contains(name);

    /// <summary>Does it begin and end a paragraph?</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);
}
