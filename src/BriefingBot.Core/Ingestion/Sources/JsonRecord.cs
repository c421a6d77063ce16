using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>One line of a JSONL file: <c>id, guid, title, published, updated, url, outlet, byline, collection, text</c>, all but text optional or null.</summary>
internal static class JsonRecord
{
    /// <summary>The name that a record gives itself (id, else guid, else url; null when none), and a hash of what it says, without building it.</summary>
    /// <exception cref="SourceException">No UTF-8, no JSON, or no object.</exception>
    public static (string? Name, string ContentHash) Peek(ReadOnlySpan<byte> line)
    {
        ThrowIfNotUtf8(line);
        string? id = null, guid = null, url = null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SourceException("malformed JSON: a line must be one object, such as {\"text\":\"...\"}.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                bool scalar = reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
                switch (name)
                {
                    case "id" when scalar:
                        id = Name(reader);
                        break;
                    case "guid" when scalar:
                        guid = Name(reader);
                        break;
                    case "url" when scalar:
                        url = Name(reader);
                        AppendField(hash, name, reader.ValueSpan);
                        break;
                    case "title" or "outlet" or "published" or "text" when scalar:
                        AppendField(hash, name, reader.ValueSpan);
                        break;
                }

                reader.Skip();
            }

            if (reader.Read())
            {
                throw new SourceException("malformed JSON: something follows the object. Write one object a line.");
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Malformed(error);
        }

        return (id ?? guid ?? url, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="SourceException">No JSON, no text, or a field of the wrong kind.</exception>
    public static (SourceMetadata Fields, string Text) Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            string? text = Field(root, "text");
            return text is null
                ? throw new SourceException("the record has no \"text\".")
                : (new SourceMetadata
                {
                    Title = Field(root, "title"),
                    Outlet = Field(root, "outlet"),
                    Byline = Field(root, "byline"),
                    Published = Field(root, "published"),
                    Updated = Field(root, "updated"),
                    Url = Field(root, "url"),
                    Collection = Field(root, "collection"),
                }, text);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Malformed(error);
        }
    }

    private static string? Field(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var value))
        {
            return null;
        }

        string? text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
            _ => throw new SourceException($"the field \"{name}\" must be a string."),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static void AppendField(IncrementalHash hash, string name, ReadOnlySpan<byte> value)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        hash.AppendData([0]);
        hash.AppendData(value);
        hash.AppendData([0]);
    }

    private static string? Name(Utf8JsonReader reader)
    {
        string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static void ThrowIfNotUtf8(ReadOnlySpan<byte> line)
    {
        if (!System.Text.Unicode.Utf8.IsValid(line))
        {
            _ = SourceText.DecodeUtf8(line);
        }
    }

    private static SourceException Malformed(Exception error)
    {
        string place = error is JsonException { BytePositionInLine: { } position } ? $" at byte {position}" : "";
        return new SourceException($"malformed JSON{place}. Write one JSON object a line.");
    }
}
