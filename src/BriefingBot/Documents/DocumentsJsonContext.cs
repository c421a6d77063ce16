using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Documents.Answers;
using BriefingBot.Documents.Evaluation;

namespace BriefingBot.Documents;

/// <summary>How the documents are written: snake case, nulls kept, compiled so that a short command does not pay for reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(ArticleListDocument))]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(BackupDocument))]
[JsonSerializable(typeof(StoreMoveDocument))]
[JsonSerializable(typeof(DiagnosisDocument))]
[JsonSerializable(typeof(EvaluationDocument))]
[JsonSerializable(typeof(ForgottenDocument))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(LatestDocument))]
[JsonSerializable(typeof(SourceListDocument))]
internal sealed partial class DocumentsJsonContext : JsonSerializerContext
{
    /// <summary>For standard output: indented, and with quotation marks and other scripts as they are, because no HTML is near.</summary>
    public static DocumentsJsonContext Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                WriteIndented = true,
            }
        );
}
