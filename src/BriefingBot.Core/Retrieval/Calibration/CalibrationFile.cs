using System.Text.Json;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>Reads <c>encoders.json</c>, the measured values by encoder.</summary>
internal static class CalibrationFile
{
    private static readonly Lazy<Dictionary<string, EncoderCalibration>> _all = new(Read);

    /// <summary>The calibration of an encoder by its name without what stands behind the slash; null when it was not measured.</summary>
    public static EncoderCalibration? Find(string name) => _all.Value.GetValueOrDefault(name.Split('/')[0]);

    /// <summary>The one that others are brought to the scale of.</summary>
    public static EncoderCalibration Reference => _all.Value.Values.First();

    private static Dictionary<string, EncoderCalibration> Read()
    {
        using var stream =
            typeof(CalibrationFile).Assembly.GetManifestResourceStream(typeof(CalibrationFile), "encoders.json")
            ?? throw new InvalidOperationException("The assembly holds no calibration.");
        var entries = JsonSerializer.Deserialize(stream, CalibrationJsonContext.Default.CalibrationEntryArray)!;
        return entries.ToDictionary(
            entry => entry.Encoder,
            entry => new EncoderCalibration(
                entry.LexicalWeight,
                entry.VouchedSimilarity,
                entry.AssumedSimilarity,
                SimilarityScale.Own,
                "measured on question sets"
            )
        );
    }
}
