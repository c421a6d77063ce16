using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>
/// The calibration of the configured encoder: measured, or until something better is known that of the encoder that ships. Thread-safe.
/// </summary>
public sealed class EncoderCalibrations
{
    private volatile EncoderCalibration _current;

    /// <summary>Takes what was measured of the encoder, or what may stand for it.</summary>
    public EncoderCalibrations(EncoderIdentity encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var measured = CalibrationFile.Find(encoder.Name);
        IsMeasured = measured is not null;
        _current = measured ?? CalibrationFile.Reference with { Origin = "of the encoder that ships; not calibrated to this one yet" };
    }

    /// <summary>Whether the encoder was measured on question sets.</summary>
    public bool IsMeasured { get; }

    /// <summary>What counts now.</summary>
    public EncoderCalibration Current => _current;

    /// <summary>Brings the cosines of an encoder that was not measured to the scale of the one that was.</summary>
    /// <param name="own">The marks on its own scale.</param>
    /// <param name="measured">The marks that the measured encoder gives the same texts.</param>
    /// <param name="headlines">From how many headlines they are.</param>
    public void Adopt(SimilarityAnchors own, SimilarityAnchors measured, int headlines)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(measured);
        _current = CalibrationFile.Reference with
        {
            Scale = SimilarityScale.Between(own, measured),
            Origin = $"from {headlines} headlines of this coverage",
        };
    }
}
