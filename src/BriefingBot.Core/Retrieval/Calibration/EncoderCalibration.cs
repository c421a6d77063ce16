namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>
/// What depends on how an encoder's cosines are spread. Cosines are read on the scale of <see cref="Scale"/> everywhere behind retrieval.
/// </summary>
/// <param name="LexicalWeight">The weight of the word search against the vector search, 0 to 1.</param>
/// <param name="VouchedSimilarity">What a full match of the words is worth at least where an encoder does not know a name.</param>
/// <param name="AssumedSimilarity">What similarity is taken to be when there is no vector, because the encoder is away.</param>
/// <param name="Scale">How the encoder's own cosines come to that scale.</param>
/// <param name="Origin">How the values came to be, for people.</param>
public sealed record EncoderCalibration(
    double LexicalWeight,
    double VouchedSimilarity,
    double AssumedSimilarity,
    SimilarityScale Scale,
    string Origin
);
