using System.Text.Json.Serialization;

namespace BriefingBot.Documents.Evaluation;

/// <summary>The questions that lean on earlier ones.</summary>
internal sealed record FollowUpScoresDocument(
    int N,
    [property: JsonPropertyName("hit@1")] double? HitAt1,
    [property: JsonPropertyName("mrr@10")] double? MrrAt10,
    int Right
);
