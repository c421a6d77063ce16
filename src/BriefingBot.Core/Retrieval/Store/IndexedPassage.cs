using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>A passage ready to be stored.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Vector">Its embedding, of unit length; empty when the encoder has none for it (such a passage is found by its words
/// only).</param>
/// <param name="Periods">The days, months or years that its words name in full ("Feb. 23, 2024", "August 2023"), as windows.</param>
public sealed record IndexedPassage(Passage Passage, ReadOnlyMemory<float> Vector, IReadOnlyList<TimeWindow> Periods);
