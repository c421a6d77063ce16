namespace BriefingBot.Core.Answering;

/// <summary>A sentence that stood the check.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">The numbers of its citations; never empty.</param>
public sealed record VerifiedSentence(string Text, IReadOnlyList<int> Citations);
