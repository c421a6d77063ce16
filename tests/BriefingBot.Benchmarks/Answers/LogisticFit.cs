namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// Logistic regression by gradient descent on standardised signals with a quadratic penalty; a signal may be held to one direction.
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 4000;

    /// <summary>Intercept first, then a weight a signal, for signals as they come (not standardised).</summary>
    public static double[] Fit(IReadOnlyList<(double[] Signals, bool Label, double Weight)> rows, int[] signs, double penalty)
    {
        int n = rows[0].Signals.Length;
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (int j = 0; j < n; j++)
        {
            mean[j] = rows.Average(row => row.Signals[j]);
            spread[j] = Math.Sqrt(rows.Average(row => Math.Pow(row.Signals[j] - mean[j], 2)));
        }

        double total = rows.Sum(row => row.Weight);
        double[] weights = new double[n + 1];
        double[] gradient = new double[n + 1];
        for (int step = 0; step < Steps; step++)
        {
            Array.Clear(gradient);
            foreach (var (signals, label, weight) in rows)
            {
                double sum = weights[0];
                for (int j = 0; j < n; j++)
                {
                    sum += spread[j] > 1e-9 ? weights[j + 1] * (signals[j] - mean[j]) / spread[j] : 0;
                }

                double error = weight * ((label ? 1 : 0) - (1 / (1 + Math.Exp(-sum))));
                gradient[0] += error;
                for (int j = 0; j < n; j++)
                {
                    gradient[j + 1] += spread[j] > 1e-9 ? error * (signals[j] - mean[j]) / spread[j] : 0;
                }
            }

            for (int j = 0; j <= n; j++)
            {
                weights[j] += 0.8 * ((gradient[j] / total) - (j > 0 ? penalty * weights[j] : 0));
                if (j > 0 && weights[j] * signs[j - 1] < 0)
                {
                    weights[j] = 0;
                }
            }
        }

        double[] plain = new double[n + 1];
        plain[0] = weights[0];
        for (int j = 0; j < n; j++)
        {
            plain[j + 1] = spread[j] > 1e-9 ? weights[j + 1] / spread[j] : 0;
            plain[0] -= plain[j + 1] * mean[j];
        }

        return plain;
    }
}
