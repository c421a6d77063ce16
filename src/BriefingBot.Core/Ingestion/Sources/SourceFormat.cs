namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>How a source is written.</summary>
internal enum SourceFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown, perhaps with YAML front matter.</summary>
    Markdown,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
