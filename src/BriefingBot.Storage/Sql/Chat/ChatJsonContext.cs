using System.Text.Json.Serialization;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Corrections;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>The JSON inside columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SentenceColumn[]))]
[JsonSerializable(typeof(DroppedColumn[]))]
[JsonSerializable(typeof(RemarksColumn))]
[JsonSerializable(typeof(ModelColumn))]
[JsonSerializable(typeof(HeaderColumn))]
[JsonSerializable(typeof(HeaderColumn[]))]
[JsonSerializable(typeof(AnswerBlock[]))]
[JsonSerializable(typeof(CorrectedQuote[]))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
