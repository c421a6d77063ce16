namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>Brings an encoder's cosines to the scale that was measured: value = cosine * factor + offset.</summary>
public readonly record struct SimilarityScale(double Factor, double Offset)
{
    /// <summary>The encoder's own scale.</summary>
    public static SimilarityScale Own { get; } = new(1, 0);

    /// <summary>The scale on which the anchors of one encoder lie where the measured ones do.</summary>
    public static SimilarityScale Between(SimilarityAnchors own, SimilarityAnchors measured)
    {
        double factor = (measured.Related - measured.Unrelated) / (own.Related - own.Unrelated);
        return new SimilarityScale(factor, measured.Unrelated - (own.Unrelated * factor));
    }

    /// <summary>A cosine on the measured scale, not beyond 1 on either side.</summary>
    public double Of(double cosine) => Math.Clamp((cosine * Factor) + Offset, -1, 1);
}
