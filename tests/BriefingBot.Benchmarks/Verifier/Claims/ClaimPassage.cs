namespace BriefingBot.Benchmarks.Verifier.Claims;

/// <summary>A passage that a labelled claim cites.</summary>
internal sealed record ClaimPassage(string Text, string? Title, string? Published);
