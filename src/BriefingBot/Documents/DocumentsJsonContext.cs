using System.Text.Json.Serialization;

namespace BriefingBot.Documents;

/// <summary>How the documents are written: snake case, nulls kept, compiled so that a short command does not pay for reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(ArticleListDocument))]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(DiagnosisDocument))]
[JsonSerializable(typeof(EvaluationDocument))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(LatestDocument))]
internal sealed partial class DocumentsJsonContext : JsonSerializerContext;
