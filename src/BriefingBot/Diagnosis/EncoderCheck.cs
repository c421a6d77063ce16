using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;

namespace BriefingBot.Diagnosis;

/// <summary>Does the encoder load, does it see what it should see, and is the bot calibrated to it?</summary>
internal static class EncoderCheck
{
    private const string Name = "encoder";

    /// <summary>Of the encoder that ships; processors differ in the third decimal place.</summary>
    private const double KnownSimilarity = 0.661;
    private const double Tolerance = 0.01;
    private const string Question = "How many people lost their homes in the storm?";
    private const string Answer = "The hurricane left some 4,000 residents without shelter, officials said.";
    private const string Stranger = "The central bank kept its key interest rate unchanged on Thursday.";

    /// <summary>
    /// Has a server make one short vector; the encoder in this process compares a question with a passage that answers it and with one that
    /// does not.
    /// </summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(
        EncoderOptions options,
        Func<EncoderCalibrator> calibrator,
        Func<IEmbeddingGenerator<string, Embedding<float>>> load,
        CancellationToken cancellationToken
    )
    {
        var works =
            options.Provider == EncoderProvider.Local
                ? await CheckLocalAsync(options, load, cancellationToken)
                : await CheckServerAsync(options, load, cancellationToken);
        return works.Level != FindingLevel.Fail && await calibrator().CalibrateAsync(cancellationToken) is { } calibration
            ? [works, CheckCalibration(calibration)]
            : [works];
    }

    private static DoctorFinding CheckCalibration(EncoderCalibration calibration) =>
        DoctorFinding.Ok(
            "calibration",
            $"thresholds are {calibration.Origin}; run 'eval' on questions of your own and set Answering:Confidence "
                + $"when it refuses too much or too little."
        );

    private static async Task<DoctorFinding> CheckServerAsync(
        EncoderOptions options,
        Func<IEmbeddingGenerator<string, Embedding<float>>> load,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var encoder = load();
            long start = Stopwatch.GetTimestamp();
            var vectors = await encoder.GenerateAsync([Question], cancellationToken: cancellationToken);
            string where = encoder.GetService<EmbeddingGeneratorMetadata>()?.ProviderUri?.Authority ?? "the server";
            return DoctorFinding.Ok(
                Name,
                $"'{options.Model}' at {where} made a vector of {vectors[0].Vector.Length} numbers in "
                    + $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms (the probe took one short question)."
            );
        }
        catch (EncoderException exception)
        {
            return DoctorFinding.Fail(
                Name,
                exception.Message,
                "Until then nothing new is indexed, and questions are searched by words only."
            );
        }
    }

    private static async Task<DoctorFinding> CheckLocalAsync(
        EncoderOptions options,
        Func<IEmbeddingGenerator<string, Embedding<float>>> load,
        CancellationToken cancellationToken
    )
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            var encoder = load();
            var asked = await encoder.GenerateAsync([Question], cancellationToken: cancellationToken);
            var passages = await encoder.GenerateAsync([Answer, Stranger], EncodingPurpose.ForPassages(), cancellationToken);
            double answering = TensorPrimitives.CosineSimilarity(asked[0].Vector.Span, passages[0].Vector.Span);
            double strange = TensorPrimitives.CosineSimilarity(asked[0].Vector.Span, passages[1].Vector.Span);
            bool isShipped = string.IsNullOrWhiteSpace(options.Model);
            bool isRight = isShipped ? Math.Abs(answering - KnownSimilarity) <= Tolerance : answering > strange;
            string name = encoder.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? "the encoder";
            return isRight
                ? DoctorFinding.Ok(
                    Name,
                    $"{name} loaded and compared three texts in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} "
                        + $"ms; similarities {answering:0.000} and {strange:0.000}, as they should be."
                )
                : DoctorFinding.Fail(
                    Name,
                    $"{name} finds a passage that answers a question as near as "
                        + $"{answering:0.000}{(isShipped ? $", not {KnownSimilarity:0.000}," : "")} and one about something "
                        + $"else {strange:0.000}.",
                    isShipped
                        ? "Its files are damaged or ICU is missing: build again."
                        : "Check whether encoder.yaml has the pooling, the prefixes and 'lowercase' of the model's description."
                );
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A check of doctor tells what it met, whatever it is.
            return DoctorFinding.Fail(Name, exception.Message, "Until then nothing can be indexed or asked.");
        }
    }
}
