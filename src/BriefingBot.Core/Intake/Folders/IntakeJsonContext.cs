using System.Text.Json.Serialization;

namespace BriefingBot.Core.Intake.Folders;

/// <summary>How fetched items are kept on disk.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<FetchedItem>))]
[JsonSerializable(typeof(FetchedArticle))]
internal sealed partial class IntakeJsonContext : JsonSerializerContext;
