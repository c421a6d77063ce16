using System.IO.Compression;
using System.Text;
using System.Xml;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;
using DocumentFormat.OpenXml.Packaging;

namespace BriefingBot.Sources.Documents;

/// <summary>A Word document: its paragraphs and tables. The dates of the file are not the article's and are not taken.</summary>
public sealed class WordFormat : IDocumentFormat
{
    private const long MostInflated = 64L * 1024 * 1024;
    private const long MostCharacters = 16L * 1024 * 1024;
    private const int MostParts = 2000;
    private const int Deepest = 200;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    /// <inheritdoc/>
    public int MaxBytes => 32 * 1024 * 1024;

    /// <inheritdoc/>
    public bool HoldsMany => false;

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        byte[] bytes = content.ToArray();
        try
        {
            CheckSize(bytes);
            using var document = WordprocessingDocument.Open(
                new MemoryStream(bytes),
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostCharacters }
            );
            using var part =
                document.MainDocumentPart?.GetStream() ?? throw new SourceException("not a Word document: its main part is missing.");
            var (title, text) = ReadPart(part, cancellationToken);
            return string.IsNullOrWhiteSpace(text)
                ? throw new SourceException("empty: the document holds no text.")
                : [new SourceDocument(new SourceMetadata { Title = title }, text, DateOrigin.None)];
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or XmlException
                        or OpenXmlPackageException
                        or FileFormatException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw new SourceException($"not a readable Word document: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void CheckSize(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > MostInflated)
        {
            throw new SourceException($"huge: more than {MostInflated >> 20} MB or {MostParts} parts come out of it. Save the text alone.");
        }
    }

    private static (string? Title, string Text) ReadPart(Stream part, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(
            part,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharacters,
            }
        );
        var text = new StringBuilder();
        var paragraph = new StringBuilder();
        var rows = new List<IReadOnlyList<string>>();
        List<string>? row = null;
        StringBuilder? cell = null;
        string? title = null;
        string style = "";
        int tables = 0;
        bool inText = false;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Depth > Deepest)
            {
                throw new SourceException($"nested deeper than {Deepest} levels: that is not text.");
            }

            bool end = reader.NodeType == XmlNodeType.EndElement;
            switch (reader.LocalName)
            {
                case "pStyle" when !end:
                    style = reader.GetAttribute("val", reader.NamespaceURI) ?? "";
                    break;
                case "t":
                    inText = !end && !reader.IsEmptyElement;
                    break;
                case "tab" or "br" or "cr" when !end:
                    paragraph.Append(reader.LocalName == "br" ? '\n' : ' ');
                    break;
                case "tbl":
                    tables += end ? -1 : 1;
                    if (end && tables == 0)
                    {
                        text.AppendJoin("\n\n", TableText.Lines(rows, hasHeader: false)).Append("\n\n");
                        rows.Clear();
                    }

                    break;
                case "tr" when tables == 1:
                    if (end && row is not null)
                    {
                        rows.Add(row);
                    }

                    row = end ? null : [];
                    break;
                case "tc" when tables == 1:
                    if (end && cell is not null)
                    {
                        row?.Add(string.Join(' ', cell.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                    }

                    cell = end ? null : new StringBuilder();
                    break;
                case "p" when end:
                    if (title is null && style is "Title" && paragraph.Length > 0)
                    {
                        title = paragraph.ToString();
                    }

                    (cell ?? text).Append(paragraph).Append(cell is null ? "\n\n" : " ");
                    paragraph.Clear();
                    style = "";
                    break;
            }

            if (inText && (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                paragraph.Append(reader.Value);
            }
        }

        return (title, text.ToString());
    }
}
