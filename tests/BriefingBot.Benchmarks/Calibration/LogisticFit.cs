namespace BriefingBot.Benchmarks.Calibration;

/// <summary>Logistic regression by Newton's method with a small ridge.</summary>
internal static class LogisticFit
{
    private const double Ridge = 1e-3;
    private const int Steps = 50;

    /// <summary>The constants, one a signal.</summary>
    /// <param name="rows">Signals, the first of them 1.</param>
    /// <param name="labels">Whether each is positive.</param>
    /// <param name="weights">How much each counts.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> weights)
    {
        int width = rows[0].Length;
        double[] constants = new double[width];
        for (int step = 0; step < Steps; step++)
        {
            double[,] system = new double[width, width + 1];
            for (int r = 0; r < rows.Count; r++)
            {
                double p = Probability(constants, rows[r]);
                for (int i = 0; i < width; i++)
                {
                    system[i, width] += weights[r] * ((labels[r] ? 1 : 0) - p) * rows[r][i];
                    for (int j = 0; j < width; j++)
                    {
                        system[i, j] += weights[r] * p * (1 - p) * rows[r][i] * rows[r][j];
                    }
                }
            }

            for (int i = 0; i < width; i++)
            {
                system[i, i] += Ridge;
                system[i, width] -= Ridge * constants[i];
            }

            double[] change = Solve(system, width);
            for (int i = 0; i < width; i++)
            {
                constants[i] += change[i];
            }

            if (change.Max(Math.Abs) < 1e-9)
            {
                break;
            }
        }

        return constants;
    }

    /// <summary>The probability that a row is positive.</summary>
    public static double Probability(double[] constants, double[] row) => 1 / (1 + Math.Exp(-constants.Zip(row, static (a, b) => a * b).Sum()));

    private static double[] Solve(double[,] system, int width)
    {
        for (int column = 0; column < width; column++)
        {
            int pivot = Enumerable.Range(column, width - column).MaxBy(row => Math.Abs(system[row, column]));
            for (int k = 0; k <= width; k++)
            {
                (system[column, k], system[pivot, k]) = (system[pivot, k], system[column, k]);
            }

            for (int row = 0; row < width; row++)
            {
                double factor = row == column ? 0 : system[row, column] / system[column, column];
                for (int k = column; k <= width && factor != 0; k++)
                {
                    system[row, k] -= factor * system[column, k];
                }
            }
        }

        return [.. Enumerable.Range(0, width).Select(i => system[i, width] / system[i, i])];
    }
}
