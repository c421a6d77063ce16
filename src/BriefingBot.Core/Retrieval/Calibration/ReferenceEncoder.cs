using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>The encoder that was measured, to compare another one with.</summary>
/// <param name="Load">Loads it; the caller disposes it. Null where it does not run.</param>
public sealed record ReferenceEncoder(Func<IEmbeddingGenerator<string, Embedding<float>>?> Load);
