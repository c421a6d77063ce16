using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord;

/// <summary>Ids are text on the wire; a number is read too.</summary>
internal sealed class SnowflakeJsonConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong value))
        {
            return new Snowflake(value);
        }

        return reader.TokenType == JsonTokenType.String && Snowflake.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("An id was expected.");
    }

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
