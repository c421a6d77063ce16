using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Retrieval.Encoding;

/// <summary>
/// Tells an encoder what its texts are. Some models want other words before a passage than before a question, and an index run has time to
/// wait where a question has none. Texts without options are questions.
/// </summary>
public static class EncodingPurpose
{
    private const string Key = "briefingbot.purpose";
    private const string Indexing = "indexing";

    /// <summary>The options for passages that are indexed; the caller may change them.</summary>
    public static EmbeddingGenerationOptions ForPassages() =>
        new() { AdditionalProperties = new AdditionalPropertiesDictionary { [Key] = Indexing } };

    /// <summary>Whether the texts are passages that are indexed.</summary>
    public static bool IsForPassages(EmbeddingGenerationOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out object? purpose) == true && Indexing.Equals(purpose);
}
