using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>Reads the calibration without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CalibrationEntry[]))]
internal sealed partial class CalibrationJsonContext : JsonSerializerContext;
