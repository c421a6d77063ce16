namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>One encoder in <c>encoders.json</c>.</summary>
internal sealed record CalibrationEntry(string Encoder, double LexicalWeight, double VouchedSimilarity, double AssumedSimilarity);
