using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Sources;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace BriefingBot.Sources.Documents;

/// <summary>
/// A PDF with a text layer: the text of its pages in reading order. The dates of the file are not the article's and are not taken.
/// </summary>
public sealed class PdfFormat : IDocumentFormat
{
    private const int MostPages = 100;
    private const int MostCharacters = 2 * 1024 * 1024;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public int MaxBytes => 32 * 1024 * 1024;

    /// <inheritdoc/>
    public bool HoldsMany => false;

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(
                content.ToArray(),
                new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
            );
            var text = new StringBuilder();
            int read = 0;
            while (read < Math.Min(document.NumberOfPages, MostPages) && text.Length < MostCharacters)
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.Append(ContentOrderTextExtractor.GetText(document.GetPage(++read), addDoubleNewline: true)).Append("\n\n");
            }

            return text.ToString() is var all && string.IsNullOrWhiteSpace(all)
                ? throw new SourceException("no text layer: its pages are images. Run text recognition on it first.")
                :
                [
                    new SourceDocument(SourceMetadata.Empty, all, DateOrigin.None)
                    {
                        Notes =
                            read < document.NumberOfPages
                                ? [$"it has {document.NumberOfPages} pages, of which the first {read} were read."]
                                : [],
                    },
                ];
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new SourceException("protected by a password. Save it without one.");
        }
        catch (Exception exception)
            when (exception
                    is PdfDocumentFormatException
                        or InvalidOperationException
                        or InvalidDataException
                        or ArgumentException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
                        or FormatException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw new SourceException($"not a readable PDF: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
