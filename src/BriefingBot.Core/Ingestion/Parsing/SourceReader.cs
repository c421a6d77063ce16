using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Reads what a record holds by its format: fields, raw text, and what its date would be taken from.</summary>
internal static class SourceReader
{
    /// <summary>Reads a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="note">Told of what was odd.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SourceException">It holds no article.</exception>
    /// <exception cref="SourceWithheldException">Its source keeps the article from readers.</exception>
    public static (SourceMetadata Fields, string Text, DateOrigin Origin) Read(
        SourceRecord record,
        Action<string> note,
        CancellationToken cancellationToken
    )
    {
        var (fields, text, origin) = ReadFormat(record, note, cancellationToken);
        return fields.Withheld is { } reason
            ? throw new SourceWithheldException($"left out: {reason}.")
            : (fields, Markup.Strip(text), origin);
    }

    private static (SourceMetadata Fields, string Text, DateOrigin Origin) ReadFormat(
        SourceRecord record,
        Action<string> note,
        CancellationToken cancellationToken
    )
    {
        if (record.Document is { } document)
        {
            return Of(document, note);
        }

        switch (record.File.Format)
        {
            case SourceFormat.JsonLines or SourceFormat.Json:
                var (fields, text) = JsonRecord.Read(record.Content);
                return (fields, text, DateOrigin.Json);
            case SourceFormat.Document:
                return Of(
                    record.File.Reader!.Read(record.Content, cancellationToken) is [var only]
                        ? only
                        : throw new SourceException("empty: there is no article in it."),
                    note
                );
        }

        var (decoded, encoding) = DecodedText.Decode(record.Content.Span);
        if (encoding is not null)
        {
            note($"it is not UTF-8 and was read as {encoding}. Save it as UTF-8 if letters look wrong.");
        }

        if (record.File.Format == SourceFormat.Text)
        {
            return (SourceMetadata.Empty, decoded, DateOrigin.None);
        }

        var (front, body) = FrontMatter.Read(decoded, note);
        return (front, MarkdownText.ToPlain(body), DateOrigin.FrontMatter);
    }

    private static (SourceMetadata Fields, string Text, DateOrigin Origin) Of(SourceDocument document, Action<string> note)
    {
        foreach (string oddity in document.Notes)
        {
            note(oddity);
        }

        return (document.Fields, document.Text, document.Origin);
    }
}
