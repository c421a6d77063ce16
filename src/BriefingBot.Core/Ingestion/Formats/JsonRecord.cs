using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>One JSON object that is an article: a line of a JSONL file, or an element of a JSON file.</summary>
internal static class JsonRecord
{
    private static readonly JsonReaderOptions Depth = new() { MaxDepth = 64 };

    /// <summary>
    /// The name that a record gives itself (id, else guid, else url; null when none), and a hash of what it says, without building it.
    /// </summary>
    /// <exception cref="SourceException">No UTF-8, no JSON, or no object.</exception>
    public static (string? Name, string ContentHash) Peek(ReadOnlySpan<byte> line)
    {
        ThrowIfNotUtf8(line);
        (int Rank, string Name)? id = null;
        string? url = null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var reader = new Utf8JsonReader(line, Depth);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SourceException("malformed JSON: a line must be one object, such as {\"text\":\"...\"}.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (field, rank) = FieldNames.Of(reader.GetString()!);
                reader.Read();
                var value = reader;
                reader.Skip();
                if (field == ArticleField.Id && (id is null || rank < id.Value.Rank) && Name(value) is { } name)
                {
                    id = (rank, name);
                }
                else if (
                    field is ArticleField.Title or ArticleField.Outlet or ArticleField.Published or ArticleField.Text or ArticleField.Url
                )
                {
                    url = field == ArticleField.Url ? url ?? Name(value) : url;
                    hash.AppendData([(byte)field, (byte)rank]);
                    hash.AppendData(line[(int)value.TokenStartIndex..(int)reader.BytesConsumed]);
                }
            }

            if (reader.Read())
            {
                throw new SourceException("malformed JSON: something follows the object. Write one object per line.");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed(exception);
        }

        return (id?.Name ?? url, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="SourceException">No JSON, or no text.</exception>
    public static (SourceMetadata Fields, string Text) Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = Depth.MaxDepth });
            var root = document.RootElement;
            return JsonShapes.TextOf(root) is { } text
                ? (JsonShapes.Fields(root).ToMetadata(), text)
                : throw new SourceException("the record has no \"text\".");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed(exception);
        }
    }

    /// <summary>Parts a JSON file into its articles, each as the bytes of one object.</summary>
    /// <exception cref="SourceException">No JSON.</exception>
    public static IReadOnlyList<byte[]> Split(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, JsonShapes.Lenient);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? [.. JsonShapes.Articles(document.RootElement).Select(article => JsonSerializer.SerializeToUtf8Bytes(article))]
                : throw new SourceException(
                    "malformed JSON: an article is an object, such as {\"text\":\"...\"}, and many are a list of them."
                );
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed(exception);
        }
    }

    private static string? Name(Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            // WordPress: {"rendered":"https://..."}.
            if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.Read())
            {
                return null;
            }
        }

        string? text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static void ThrowIfNotUtf8(ReadOnlySpan<byte> line)
    {
        if (!System.Text.Unicode.Utf8.IsValid(line))
        {
            _ = DecodedText.DecodeUtf8(line);
        }
    }

    private static SourceException Malformed(Exception exception)
    {
        string place = exception is JsonException { BytePositionInLine: { } position } ? $" at byte {position}" : "";
        return new SourceException($"malformed JSON{place}. Write one JSON object per line.");
    }
}
