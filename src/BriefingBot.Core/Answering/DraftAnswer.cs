using BriefingBot.Core.Answering.Verification;

namespace BriefingBot.Core.Answering;

/// <summary>What a composer wrote. It can not be sent: only <see cref="CitationVerifier"/> makes an answer of it.</summary>
/// <param name="Composer">Who wrote it.</param>
/// <param name="Sentences">In reading order; empty when there is nothing to say.</param>
public sealed record DraftAnswer(ComposerKind Composer, IReadOnlyList<DraftSentence> Sentences);
