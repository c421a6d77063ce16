using BriefingBot.Core.Answering.Extractive.Refusing;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// Gradient boosting of small trees for the logarithmic loss, with second-order leaves and signals that may count one way only (J.
/// Friedman, Greedy Function Approximation, 2001; T. Chen and C. Guestrin, XGBoost, 2016). The same rows give the same trees.
/// </summary>
internal sealed class BoostedFit(int trees, int depth, double rate, double least, double penalty)
{
    private const int Bins = 32;
    private const double LeastGain = 1e-3;
    private const double Skipped = 0.3;

    /// <summary>Fits.</summary>
    /// <param name="rows">Signals, the label, and how much the row counts.</param>
    /// <param name="signs">Which way each signal may count; 0 for either, null for not at all.</param>
    /// <returns>The first tree is the bare log-odds of the label.</returns>
    public SignalTrees Fit(IReadOnlyList<(double[] Signals, bool Label, double Weight)> rows, int?[] signs)
    {
        double total = rows.Sum(row => row.Weight);
        double[] weights = [.. rows.Select(row => row.Weight * rows.Count / total)];
        double share = rows.Where(row => row.Label).Sum(row => row.Weight) / total;
        double start = Math.Log(share / (1 - share));
        Growth growth = new(rows, signs, Cuts(rows, signs.Length), new Random(1), least, penalty, rate);
        double[] sums = [.. rows.Select(_ => start)];
        List<SignalTree> grown = [new SignalTree(start)];
        for (int round = 0; round < trees; round++)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                double probability = 1 / (1 + Math.Exp(-sums[i]));
                growth.Slope[i] = weights[i] * ((rows[i].Label ? 1 : 0) - probability);
                growth.Curve[i] = weights[i] * probability * (1 - probability);
            }

            var tree = growth.Grow([.. Enumerable.Range(0, rows.Count)], depth, double.NegativeInfinity, double.PositiveInfinity);
            grown.Add(tree);
            for (int i = 0; i < rows.Count; i++)
            {
                sums[i] += tree.Add(rows[i].Signals);
            }
        }

        return new SignalTrees(grown);
    }

    private static double[][] Cuts(IReadOnlyList<(double[] Signals, bool Label, double Weight)> rows, int signals) =>
        [
            .. Enumerable
                .Range(0, signals)
                .Select(signal =>
                {
                    double[] values = [.. rows.Select(row => row.Signals[signal]).Order()];
                    return Enumerable
                        .Range(1, Bins - 1)
                        .Select(bin => Math.Round(values[bin * values.Length / Bins], 4))
                        .Distinct()
                        .ToArray();
                }),
        ];

    private sealed class Growth(
        IReadOnlyList<(double[] Signals, bool Label, double Weight)> rows,
        int?[] signs,
        double[][] cuts,
        Random random,
        double least,
        double penalty,
        double rate
    )
    {
        public double[] Slope { get; } = new double[rows.Count];

        public double[] Curve { get; } = new double[rows.Count];

        public SignalTree Grow(int[] held, int depth, double lowest, double highest)
        {
            double value = Math.Clamp(Leaf(held.Sum(i => Slope[i]), held.Sum(i => Curve[i])), lowest, highest);
            if (depth == 0 || BestCut(held) is not { } best)
            {
                return new SignalTree(rate * value);
            }

            // What may count one way only must not be turned round by cuts further down.
            double middle = (Math.Clamp(best.Below, lowest, highest) + Math.Clamp(best.Above, lowest, highest)) / 2;
            int sign = signs[best.Signal] ?? 0;
            var below = Grow(
                [.. held.Where(i => rows[i].Signals[best.Signal] < best.Cut)],
                depth - 1,
                sign < 0 ? middle : lowest,
                sign > 0 ? middle : highest
            );
            var above = Grow(
                [.. held.Where(i => rows[i].Signals[best.Signal] >= best.Cut)],
                depth - 1,
                sign > 0 ? middle : lowest,
                sign < 0 ? middle : highest
            );
            return new SignalTree(best.Signal, best.Cut, below, above);
        }

        private (int Signal, double Cut, double Below, double Above)? BestCut(int[] held)
        {
            (int Signal, double Cut, double Below, double Above)? best = null;
            double most = LeastGain;
            double slope = held.Sum(i => Slope[i]);
            double curve = held.Sum(i => Curve[i]);
            for (int signal = 0; signal < signs.Length; signal++)
            {
                if (signs[signal] is not { } sign || random.NextDouble() < Skipped)
                {
                    continue;
                }

                foreach (double cut in cuts[signal])
                {
                    (double slopeBelow, double curveBelow) = (0, 0);
                    foreach (int i in held)
                    {
                        bool isBelow = rows[i].Signals[signal] < cut;
                        slopeBelow += isBelow ? Slope[i] : 0;
                        curveBelow += isBelow ? Curve[i] : 0;
                    }

                    (double slopeAbove, double curveAbove) = (slope - slopeBelow, curve - curveBelow);
                    (double below, double above) = (Leaf(slopeBelow, curveBelow), Leaf(slopeAbove, curveAbove));
                    double gain = (slopeBelow * below) + (slopeAbove * above) - (slope * Leaf(slope, curve));
                    if (curveBelow >= least && curveAbove >= least && gain > most && sign * (above - below) >= 0)
                    {
                        (most, best) = (gain, (signal, cut, below, above));
                    }
                }
            }

            return best;
        }

        private double Leaf(double slope, double curve) => slope / (curve + penalty);
    }
}
