using System.Collections.Frozen;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Which extension is read how.</summary>
internal sealed class SourceFormats
{
    private const string Compressed = ".gz";

    private static readonly FrozenDictionary<string, SourceFormat> Own = new Dictionary<string, SourceFormat>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".txt"] = SourceFormat.Text,
        [".text"] = SourceFormat.Text,
        [".md"] = SourceFormat.Markdown,
        [".markdown"] = SourceFormat.Markdown,
        [".mdown"] = SourceFormat.Markdown,
        [".mdx"] = SourceFormat.Markdown,
        [".jsonl"] = SourceFormat.JsonLines,
        [".ndjson"] = SourceFormat.JsonLines,
        [".json"] = SourceFormat.Json,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, IDocumentFormat> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The built-in formats and those of <paramref name="documents"/>.</summary>
    public SourceFormats(IEnumerable<IDocumentFormat>? documents)
    {
        foreach (var format in documents ?? [])
        {
            foreach (string extension in format.Extensions)
            {
                _documents[extension] = format;
            }
        }
    }

    /// <summary>All extensions, for messages.</summary>
    public string Names => string.Join(", ", Own.Keys.Concat(_documents.Keys).Order(StringComparer.Ordinal));

    /// <summary>How a file is read; null when its extension says nothing that is known.</summary>
    public (SourceFormat Format, IDocumentFormat? Reader, bool IsCompressed)? Of(string path)
    {
        bool compressed = path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);
        string extension = Path.GetExtension(compressed ? path[..^Compressed.Length] : path);
        if (Own.TryGetValue(extension, out var format))
        {
            return (format, null, compressed);
        }

        return _documents.TryGetValue(extension, out var reader)
            ? (reader.HoldsMany ? SourceFormat.Collection : SourceFormat.Document, reader, compressed)
            : null;
    }
}
