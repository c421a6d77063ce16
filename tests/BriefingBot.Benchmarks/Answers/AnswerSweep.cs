using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// What extractive answers come to by settings, on question sets over finished indexes: each question is searched once and composed by
/// every setting.
/// </summary>
internal static class AnswerSweep
{
    /// <param name="arguments">Settings <c>confidence:enough:enough-open</c>, an empty part as it ships, then <c>--</c>, then triples NAME
    /// DATA QUESTIONS.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        int parted = Array.IndexOf(arguments, "--");
        EncoderCalibrations calibrations = new(ShippedEncoder.Identity);
        for (int i = parted + 1; i + 2 < arguments.Length; i += 3)
        {
            var asked = await AskedQuestions.ReadAsync(
                arguments[i] + "!",
                arguments[i + 1],
                arguments[i + 2],
                calibrations,
                cancellationToken
            );
            foreach (string setting in arguments[..parted])
            {
                cancellationToken.ThrowIfCancellationRequested();
                Console.WriteLine($"  {arguments[i]} {setting}: {Measure(asked, ComposerOf(setting, calibrations))}");
            }
        }
    }

    private static ExtractiveComposer ComposerOf(string setting, EncoderCalibrations calibrations)
    {
        double?[] parts =
        [
            .. setting.Split(':').Select(part => part.Length == 0 ? (double?)null : double.Parse(part, CultureInfo.InvariantCulture)),
        ];
        AnsweringOptions options = new();
        options.Confidence = parts.ElementAtOrDefault(0) ?? options.Confidence;
        var weights = AnswerWeights.Shipped.With([
            KeyValuePair.Create("choose.enough", parts.ElementAtOrDefault(1) ?? AnswerWeights.Shipped["choose.enough"]),
            KeyValuePair.Create("choose.enough-open", parts.ElementAtOrDefault(2) ?? AnswerWeights.Shipped["choose.enough-open"]),
        ]);
        return new ExtractiveComposer(calibrations, options, weights, SignalTrees.Shipped);
    }

    private static string Measure(List<AskedQuestion> asked, ExtractiveComposer composer)
    {
        List<double> right = [];
        List<double> quoted = [];
        List<int> lengths = [];
        (int refused, int without, int falsely, int with) = (0, 0, 0, 0);
        foreach (var question in asked)
        {
            var sentences = composer.Compose(question.Question, question.Retrieved).Sentences;
            string text = FoldedText.Of(string.Join(' ', sentences.Select(sentence => sentence.Text)));
            if (!question.Answerable)
            {
                without++;
                refused += sentences.Count == 0 ? 1 : 0;
                continue;
            }

            with++;
            falsely += sentences.Count == 0 ? 1 : 0;
            lengths.Add(sentences.Count);
            if (question.Entry.ContainsAny is { } any)
            {
                right.Add(any.Any(gold => text.Contains(FoldedText.Of(gold), StringComparison.Ordinal)) ? 1 : 0);
            }

            if (question.Entry.Evidence is { Count: > 0 } evidence)
            {
                quoted.Add((double)evidence.Count(gold => text.Contains(FoldedText.Of(gold), StringComparison.Ordinal)) / evidence.Count);
            }
        }

        lengths.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"right {Mean(right):F3}, quoted {Mean(quoted):F3}, refused {(double)refused / Math.Max(1, without):F3}, "
                + $"falsely {(double)falsely / Math.Max(1, with):F3}, sentences "
                + $"{(lengths.Count == 0 ? 0 : lengths[lengths.Count / 2])} "
                + $"({(lengths.Count == 0 ? 0 : lengths.Average()):F2})"
        );
    }

    private static double Mean(List<double> values) => values.Count == 0 ? double.NaN : values.Average();
}
