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
        string html = PageEncoding.Decode(content.Span);
        if (TagDepth.IsExtreme(html))
        {
            return
            [
                Plain(html) with
                {
                    Notes =
                    [
                        $"its tags are nested deeper than {TagDepth.Deepest} levels, or there are too many of them: it "
                            + $"was read as plain text.",
                    ],
                },
            ];
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
}
