namespace BriefingBot.Benchmarks.Verifier.Claims;

/// <summary>A sentence with the passages that it cites and what people say of it; a line of a claim set.</summary>
/// <param name="Id">Its id; the halves are made by it.</param>
/// <param name="Set">The set that it comes from.</param>
/// <param name="Claim">The sentence.</param>
/// <param name="Label"><c>supported</c>, or something else.</param>
/// <param name="Passages">What it cites.</param>
internal sealed record LabelledClaim(string Id, string Set, string Claim, string Label, IReadOnlyList<ClaimPassage> Passages)
{
    /// <summary>The passages bear it out.</summary>
    public bool IsSupported => Label == "supported";

    /// <summary>Rules are tuned on one half and told by both.</summary>
    public bool IsHeldBack => Halves.IsSecond(Id);
}
