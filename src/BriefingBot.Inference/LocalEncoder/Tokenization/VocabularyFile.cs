using System.Text.Json;

namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>Reads <c>vocab.json</c>: an array of [piece, score].</summary>
internal static class VocabularyFile
{
    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is not of that form.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Vocabulary Read(string path)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        List<string> pieces = new(8192);
        List<double> scores = new(8192);
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            Expect(ref reader, JsonTokenType.String);
            pieces.Add(reader.GetString()!);
            reader.Read();

            // A few frequent pieces carry null, which the reference adds up as 0: such a piece always wins.
            scores.Add(reader.TokenType == JsonTokenType.Null ? 0 : reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw Unexpected(reader));
            Expect(ref reader, JsonTokenType.EndArray);
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw Unexpected(reader);
        }

        return new Vocabulary(pieces, [.. scores]);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Unexpected(reader);
        }
    }

    private static JsonException Unexpected(in Utf8JsonReader reader) => new($"Byte {reader.TokenStartIndex} is not part of an array of [piece, score].");
}
