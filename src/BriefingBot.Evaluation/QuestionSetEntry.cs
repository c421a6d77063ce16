using System.Text.Json.Serialization;

namespace BriefingBot.Evaluation;

/// <summary>One line of a question set.</summary>
public sealed record QuestionSetEntry
{
    /// <summary>The name of the question within its set.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    [JsonPropertyName("question")]
    public required string Question { get; init; }

    /// <summary>The earlier questions of the conversation, oldest first.</summary>
    [JsonPropertyName("history")]
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>The day it is asked on.</summary>
    [JsonPropertyName("as_of")]
    public DateOnly? AsOf { get; init; }

    /// <summary>The answer must hold all of these.</summary>
    [JsonPropertyName("contains_all")]
    public IReadOnlyList<string>? ContainsAll { get; init; }

    /// <summary>The answer must hold one of these.</summary>
    [JsonPropertyName("contains_any")]
    public IReadOnlyList<string>? ContainsAny { get; init; }

    /// <summary>Articles any of which is right.</summary>
    [JsonPropertyName("articles")]
    public IReadOnlyList<string>? Articles { get; init; }

    /// <summary>Articles all of which must be cited.</summary>
    [JsonPropertyName("articles_all")]
    public IReadOnlyList<string>? ArticlesAll { get; init; }

    /// <summary>Articles that must not be cited.</summary>
    [JsonPropertyName("articles_not")]
    public IReadOnlyList<string>? ArticlesNot { get; init; }

    /// <summary>Gold sentences.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <summary>True when the right answer is a refusal.</summary>
    [JsonPropertyName("abstain")]
    public bool Abstain { get; init; }
}
