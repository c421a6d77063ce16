namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// Weights by which the sentences that answer come first: the probability of the right ones under a softmax over all sentences of a
/// question is made as great as can be.
/// </summary>
internal static class ListwiseFit
{
    private const int Steps = 250;

    /// <summary>Fits from given weights.</summary>
    /// <param name="questions">For each question its sentences' signals and which are right; at least one right and one wrong.</param>
    /// <param name="weights">How much each question counts.</param>
    /// <param name="start">Where to begin, and what the penalty draws back to.</param>
    /// <param name="penalty">How strongly.</param>
    public static double[] Fit(IReadOnlyList<(double[][] Signals, bool[] Gold)> questions, double[] weights, double[] start, double penalty)
    {
        int n = start.Length;
        double[] current = [.. start];
        double[] first = new double[n];
        double[] second = new double[n];
        double[] gradient = new double[n];
        double total = weights.Sum();
        for (int step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            for (int q = 0; q < questions.Count; q++)
            {
                AddGradient(questions[q].Signals, questions[q].Gold, current, weights[q] / total, gradient);
            }

            for (int j = 0; j < n; j++)
            {
                // Adam, so that signals of different spread need no scaling.
                double g = gradient[j] - (penalty * (current[j] - start[j]));
                first[j] = (0.9 * first[j]) + (0.1 * g);
                second[j] = (0.999 * second[j]) + (0.001 * g * g);
                current[j] += 0.05 * (first[j] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[j] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        return current;
    }

    private static void AddGradient(double[][] signals, bool[] gold, double[] weights, double share, double[] gradient)
    {
        double[] scores = [.. signals.Select(s => Dot(s, weights))];
        double greatest = scores.Max();
        double all = 0;
        double right = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - greatest);
            all += scores[i];
            right += gold[i] ? scores[i] : 0;
        }

        for (int i = 0; i < scores.Length; i++)
        {
            double factor = share * ((gold[i] ? scores[i] / Math.Max(right, 1e-300) : 0) - (scores[i] / all));
            for (int j = 0; j < gradient.Length; j++)
            {
                gradient[j] += factor * signals[i][j];
            }
        }
    }

    public static double Dot(double[] signals, double[] weights)
    {
        double sum = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            sum += signals[j] * weights[j];
        }

        return sum;
    }
}
