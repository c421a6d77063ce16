namespace BriefingBot.Storage.Search.Feeding;

/// <summary>Takes the vector of a passage.</summary>
/// <param name="key">The passage.</param>
/// <param name="scale">What makes the codes a unit vector; 0 when the encoder has none for it.</param>
/// <param name="codes">A byte a dimension; valid during the call.</param>
internal delegate void VectorVisitor(long key, float scale, ReadOnlySpan<sbyte> codes);
