using System.Xml;
using System.Xml.Linq;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Feeds;

/// <summary>Reads XML of strangers: no document types, nothing from elsewhere, bounded in depth and length.</summary>
internal static class SafeXml
{
    private const int Deepest = 100;

    /// <summary>The first element.</summary>
    /// <exception cref="XmlException">It is malformed, or declares a document type; see <see cref="Refusal"/>.</exception>
    /// <exception cref="SourceException">It is nested too deeply.</exception>
    public static XElement Load(byte[] bytes, CancellationToken cancellationToken)
    {
        CheckDepth(bytes, cancellationToken);
        using var reader = Open(bytes);
        return XDocument.Load(reader).Root!;
    }

    /// <summary>What to say of malformed XML.</summary>
    public static SourceException Refusal(XmlException exception) =>
        new(
            exception.Message.Contains("DTD", StringComparison.Ordinal)
                ? "it declares a document type (<!DOCTYPE), which is refused: such files can grow endlessly. Remove the declaration."
                : $"malformed XML: {exception.Message.ReplaceLineEndings(" ")}"
        );

    private static XmlReader Open(byte[] bytes) =>
        XmlReader.Create(
            new MemoryStream(bytes),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 1024,
                MaxCharactersInDocument = 128L * 1024 * 1024,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    private static void CheckDepth(byte[] bytes, CancellationToken cancellationToken)
    {
        using var reader = Open(bytes);
        for (int i = 0; reader.Read(); i++)
        {
            if (i % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (reader.Depth > Deepest)
            {
                throw new SourceException($"nested deeper than {Deepest} levels: that is not a feed.");
            }
        }
    }
}
