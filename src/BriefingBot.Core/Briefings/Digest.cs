using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Briefings;

/// <summary>The opening paragraph of a briefing, written by the model and checked like an answer.</summary>
/// <param name="Sentences">In reading order; at least one.</param>
/// <param name="Citations">In the order of their numbers, from 1 within the digest.</param>
public sealed record Digest(IReadOnlyList<VerifiedSentence> Sentences, IReadOnlyList<Citation> Citations);
