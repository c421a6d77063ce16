namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>How a source is written.</summary>
internal enum SourceFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown, perhaps with front matter.</summary>
    Markdown,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON value: an article, a list of them, or what an interface of a publishing system answers.</summary>
    Json,

    /// <summary>A format of an <see cref="IDocumentFormat"/>: one article a file.</summary>
    Document,

    /// <summary>A format of an <see cref="IDocumentFormat"/>: many articles a file.</summary>
    Collection,
}
