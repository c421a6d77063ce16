using System.Text.Json.Serialization;

namespace BriefingBot.Storage.Sql.Kept;

/// <summary>The JSON of kept answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(KeptColumn))]
internal sealed partial class KeptJsonContext : JsonSerializerContext;
