namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>A sentence of a reply.</summary>
/// <param name="Text">As it stands in the reply, marks included.</param>
/// <param name="Claim">The sentence without marks.</param>
/// <param name="Citations">The numbers of its marks.</param>
public sealed record WrittenSentence(string Text, string Claim, IReadOnlyList<int> Citations)
{
    /// <summary>The sentence of the passage that it was made from; empty when there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>How it was falsified; null when it is true.</summary>
    public Hallucination? Falsified { get; init; }

    /// <summary>Whether an instruction in a passage or in the question made the model write it.</summary>
    public bool IsObedient { get; init; }

    /// <summary>A true sentence with its mark before the full stop, or behind it when a quotation mark closes the sentence.</summary>
    public static WrittenSentence Marked(string claim, string source, params IReadOnlyList<int> citations)
    {
        ArgumentNullException.ThrowIfNull(claim);
        string marks = string.Concat(citations.Select(static number => $"[{number}]"));
        string text =
            claim.Length > 0 && claim[^1] is '.' or '?' or '!' && marks.Length > 0
                ? $"{claim[..^1]} {marks}{claim[^1]}"
                : $"{claim} {marks}".TrimEnd();
        return new WrittenSentence(text, claim, citations) { Source = source };
    }
}
