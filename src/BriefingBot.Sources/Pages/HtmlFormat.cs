using System.Text;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Pages;

/// <summary>A saved page: what its metadata say of the article, and its main text without what stands around it.</summary>
public sealed class HtmlFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml", ".shtml"];

    /// <inheritdoc/>
    public int MaxBytes => 5 * 1024 * 1024;

    /// <inheritdoc/>
    public bool HoldsMany => false;

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string html = Decode(content);
        if (TagDepth.IsExtreme(html))
        {
            return [Plain(html) with { Notes = [$"its tags are nested deeper than {TagDepth.Deepest} levels, or there are too many of them: it was read as plain text."] }];
        }

        var document = new HtmlParser().ParseDocument(html);
        cancellationToken.ThrowIfCancellationRequested();
        var fields = PageMetadata.Read(document);
        string text = MainText.Read(html, document, cancellationToken);
        return string.IsNullOrWhiteSpace(text)
            ? throw new SourceException("empty: no text is left of the page.")
            : [new SourceDocument(fields, text, DateOrigin.HtmlMetadata)];
    }

    private static SourceDocument Plain(string html) => new(SourceMetadata.Empty, HtmlText.ToPlain(html), DateOrigin.None);

    // The parser follows byte order marks and the charset that a page names; UTF-8 needs neither.
    private static string Decode(ReadOnlyMemory<byte> content)
    {
        if (Utf8.IsValid(content.Span))
        {
            return Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF');
        }

        using var stream = new MemoryStream(content.ToArray());
        using IHtmlDocument document = new HtmlParser().ParseDocument(stream);
        return document.DocumentElement.OuterHtml;
    }
}
