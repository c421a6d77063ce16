namespace BriefingBot.Core.Questions;

/// <summary>A word of the question that carries meaning, or a number.</summary>
/// <param name="Stem">Its Porter stem.</param>
/// <param name="Surface">As it was written.</param>
/// <param name="IsName">Part of a proper name, or a number: the coverage must have it.</param>
/// <param name="IsCarried">Came from an earlier turn of the conversation.</param>
public sealed record QuestionTerm(string Stem, string Surface, bool IsName, bool IsCarried)
{
    /// <summary>
    /// Other ways to write it, each the stems of words that stand beside each other: other forms of a number, words that mean the same.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Forms { get; init; } = [];

    /// <summary>
    /// The word of the coverage that it was taken for, when the coverage has none as it was written ("okaro" for "Okoro").
    /// </summary>
    public string? ReadAs { get; init; }

    /// <summary>A city that is asked about as a place ("in Tokyo"): it does not stand for its country.</summary>
    public bool IsPlace { get; init; }

    /// <summary>A number, whichever way it is written.</summary>
    public bool IsNumber { get; init; }
}
