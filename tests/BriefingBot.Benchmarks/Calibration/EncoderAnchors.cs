using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Calibration;

/// <summary>Where unrelated and related texts lie on the scale of the encoder that ships, by an indexed coverage: the anchors of <c>encoders.json</c>.</summary>
internal static class EncoderAnchors
{
    public static async Task RunAsync(IReadOnlyList<string> data, CancellationToken cancellationToken)
    {
        using var encoder = ShippedEncoder.Load();
        foreach (string folder in data)
        {
            SqliteStoreOptions options = new() { Path = Path.Combine(folder, "briefingbot.sqlite") };
            using SqliteCoverageStore store = new(Options.Create(options), ShippedEncoder.Identity, TimeProvider.System, NullLogger<SqliteCoverageStore>.Instance);
            await store.OpenAsync(cancellationToken);
            EncoderCalibrator calibrator = new(store, encoder, new EncoderCalibrations(ShippedEncoder.Identity), NullLogger<EncoderCalibrator>.Instance);
            Console.WriteLine(await calibrator.MeasureAsync(cancellationToken) is { } found
                ? $"{folder}: unrelated {found.Anchors.Unrelated:F3}, related {found.Anchors.Related:F3}, from {found.Headlines} headlines"
                : $"{folder}: too few headlines");
        }
    }
}
