using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Inference.Encoders;

namespace BriefingBot.Benchmarks.Calibration;

/// <summary>
/// Fits the constants of the judgment whether the coverage answers, and shows what they refuse at the standard thresholds, on the questions that they were fitted on
/// and, cross-validated, on others. Arguments: sets as <c>NAME=WEIGHT=DATA=QUESTIONS</c>; a weight of 0 only shows a set.
/// </summary>
internal static class JudgeFit
{
    private const double Vouched = 0.62;

    public static async Task RunAsync(IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        using var encoder = ShippedEncoder.Load();
        List<JudgeSample> samples = [];
        Dictionary<string, double> shares = [];
        foreach (string set in sets)
        {
            string[] parts = set.Split('=');
            shares[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
            samples.AddRange(await JudgeSamples.ReadAsync(parts[0], parts[2], parts[3], encoder, ShippedEncoder.Identity, cancellationToken));
        }

        foreach (var sample in samples)
        {
            Console.Error.WriteLine(string.Join('\t', [
                sample.Set, sample.Id, $"{sample.IsAnswerable}", $"{sample.IsFound}", $"{sample.WantsMore}", $"{sample.Speaks}", $"{sample.Vouched}", $"{sample.Kind}",
                .. sample.Signals.Skip(1).Select(value => value.ToString("F4", CultureInfo.InvariantCulture))]));
        }

        double[] fitted = Fit(samples, shares);
        Console.WriteLine($"intercept, context, similarity, best, missing names, coverage, nameless, nameless similarity: {string.Join(", ", fitted.Select(c => c.ToString("F2", CultureInfo.InvariantCulture)))}");
        Show("fitted", samples, _ => fitted);
        double[][] byFold = [.. samples.Select(s => s.Fold).Distinct().Order().Select(fold => Fit(samples.Where(s => s.Fold != fold), shares))];
        Show("cross-validated", samples, sample => byFold[sample.Fold]);
    }

    /// <summary>A question whose article was not found is neither answerable nor a near miss: it is left out of the fit.</summary>
    private static double[] Fit(IEnumerable<JudgeSample> samples, Dictionary<string, double> shares)
    {
        JudgeSample[] used = [.. samples.Where(s => (s.IsFound || !s.IsAnswerable) && shares[s.Set] > 0)];
        var sizes = used.GroupBy(s => (s.Set, s.IsAnswerable)).ToDictionary(group => group.Key, group => group.Count());
        return LogisticFit.Fit(
            [.. used.Select(Row)],
            [.. used.Select(s => s.IsAnswerable)],
            [.. used.Select(s => 200 * shares[s.Set] / sizes[(s.Set, s.IsAnswerable)])]);
    }

    private static double[] Row(JudgeSample sample)
    {
        double similarity = sample.Vouched ? Math.Max(sample.Signals[2], Vouched) : sample.Signals[2];
        double nameless = sample.Signals[6];
        return [1, sample.Signals[1], similarity, sample.Signals[3], sample.Signals[4], sample.Signals[5], nameless, nameless * similarity];
    }

    private static void Show(string what, List<JudgeSample> samples, Func<JudgeSample, double[]> constants)
    {
        AnsweringOptions options = new();
        foreach (var set in samples.GroupBy(s => s.Set))
        {
            double Refused(bool answerable, double threshold)
            {
                JudgeSample[] some = [.. set.Where(s => s.IsAnswerable == answerable)];
                return some.Length == 0 ? double.NaN : some.Average(s =>
                    !s.Speaks || LogisticFit.Probability(constants(s), Row(s)) < (s.WantsMore ? Math.Max(threshold, options.CloseConfidence) : threshold) ? 1.0 : 0);
            }

            Console.WriteLine($"{what}, {set.Key}: " + string.Join("; ", ((double[])[0.15, 0.2, 0.25, 0.3, 0.4]).Select(threshold =>
                string.Create(CultureInfo.InvariantCulture, $"at {threshold:F2} refused {Refused(false, threshold):F3}, falsely {Refused(true, threshold):F3}"))));
        }
    }
}
