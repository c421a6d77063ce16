namespace BriefingBot.Core.Answering;

/// <summary>A sentence of a message that was held against the coverage.</summary>
/// <param name="Text">The sentence, as it was written.</param>
/// <param name="Outcome">What the coverage has of it.</param>
public sealed record CheckedClaim(string Text, ClaimOutcome Outcome)
{
    /// <summary>The place of the quoted sentence among the answer's; null when nothing is quoted.</summary>
    public int? Sentence { get; init; }

    /// <summary>What differs, or why it cannot be told; a clause without an end mark. Null: nothing to say.</summary>
    public string? Remark { get; init; }

    /// <summary>Its names, numbers and words that stand nowhere in the coverage, as they were written.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
