using System.Text.Json.Serialization;

namespace BriefingBot.Documents.Evaluation;

/// <summary>Ranks of right articles.</summary>
/// <param name="N">Questions that name right articles.</param>
/// <param name="HitAt1">The share with a right article first.</param>
/// <param name="HitAt5">The share with one among the first five.</param>
/// <param name="HitAt10">The share with one among the first ten.</param>
/// <param name="MrrAt10">The mean reciprocal rank, 0 beyond ten.</param>
internal sealed record RetrievalScoresDocument(
    int N,
    [property: JsonPropertyName("hit@1")] double? HitAt1,
    [property: JsonPropertyName("hit@5")] double? HitAt5,
    [property: JsonPropertyName("hit@10")] double? HitAt10,
    [property: JsonPropertyName("mrr@10")] double? MrrAt10
);
