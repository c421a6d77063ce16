using System.Globalization;
using BriefingBot.Benchmarks.Answers;
using BriefingBot.Core.Stories.Deciding;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>
/// Fits the weights of linking on the half of the labelled pairs that is tuned on, in six folds, prints them and measures the half held
/// back.
/// </summary>
internal static class FitStories
{
    private const int Folds = 6;
    private const double Penalty = 0.01;

    /// <summary>Time and digests can only speak against one event, all else only for it.</summary>
    private static readonly int[] Signs = [.. StorySignals.Names.Select(name => name is "days" or "round-up" ? -1 : 1)];

    /// <param name="file">The labelled pairs.</param>
    /// <param name="sets"><c>NAME=DATA</c>, a finished index for each set.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string file, string[] sets, CancellationToken cancellationToken)
    {
        List<(LabelledPair Pair, double[] Signals, bool Copy, bool Others)> all = [];
        foreach (string[] set in sets.Select(set => set.Split('=', 2)))
        {
            using var index = await StoryIndex.OpenAsync(set[1], cancellationToken);
            foreach (var pair in LabelledPair.Read(file).Where(pair => pair.Set == set[0]))
            {
                var (one, other) = (
                    await index.ReadAsync(pair.First, cancellationToken),
                    await index.ReadAsync(pair.Second, cancellationToken)
                );
                all.Add(
                    (
                        pair,
                        StorySignals.Of(one, other, index.Calibrations.Current.Scale, StoryWeights.Shipped.Days),
                        one.IsCopyOf(other),
                        StorySignals.NameOthers(one, other, StoryWeights.Shipped.LeastNames)
                    )
                );
            }
        }

        var tuned = all.Where(row => !row.Pair.IsHeldBack).ToArray();
        Report(
            "in folds",
            [.. tuned.Select((row, i) => (row.Pair, ProbabilityOf(Fit([.. tuned.Where((_, j) => j % Folds != i % Folds)]), row)))]
        );
        double[] fitted = Fit(tuned);
        Report("held back", [.. all.Where(row => row.Pair.IsHeldBack).Select(row => (row.Pair, ProbabilityOf(fitted, row)))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"link.intercept = {fitted[0]:F3}"));
        for (int i = 0; i < StorySignals.Names.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"link.{StorySignals.Names[i]} = {fitted[i + 1]:F3}"));
        }
    }

    private static double[] Fit(IReadOnlyList<(LabelledPair Pair, double[] Signals, bool Copy, bool Others)> rows) =>
        LogisticFit.Fit([.. rows.Select(row => (row.Signals, row.Pair.Same, 1.0))], Signs, Penalty);

    private static double ProbabilityOf(double[] weights, (LabelledPair Pair, double[] Signals, bool Copy, bool Others) row) =>
        row.Others ? 0
        : row.Copy ? 1
        : 1 / (1 + Math.Exp(-(weights[0] + row.Signals.Select((signal, i) => signal * weights[i + 1]).Sum())));

    private static void Report(string what, IReadOnlyList<(LabelledPair Pair, double Probability)> rows)
    {
        foreach (double least in (double[])[0.25, 0.3, 0.35, 0.4, 0.45, 0.5])
        {
            var score = PairScore.Of(rows.Select(row => (row.Probability >= least, row.Pair.Same)));
            var clear = PairScore.Of(rows.Where(row => !row.Pair.Doubtful).Select(row => (row.Probability >= least, row.Pair.Same)));
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{what}, from {least:F2}: {score}; without doubtful ones {clear}")
            );
        }
    }
}
