namespace BriefingBot.Core.Answering.Verification.Clauses.Speech;

/// <summary>Words of speech: who says what, and with what force.</summary>
/// <param name="Verb">The index of the verb in its sentence.</param>
/// <param name="Force">The force of the verb: "say", "deny", "warn"; a list of <c>speech-verbs</c>.</param>
/// <param name="Speaker">The words that name the speaker; empty when it is told elsewhere.</param>
/// <param name="First">The first token of what is said.</param>
/// <param name="Last">Its last.</param>
/// <param name="Outer">The speech that this one is told in.</param>
internal sealed record SpeechFrame(int Verb, string Force, IReadOnlyList<ClauseToken> Speaker, int First, int Last, SpeechFrame? Outer);
