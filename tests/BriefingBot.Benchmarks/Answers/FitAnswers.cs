using System.Collections.Concurrent;
using System.Globalization;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Inference.Encoders;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// Fits the weights of choosing sentences and of refusing on question sets over finished indexes, in five folds, and prints the weights
/// file. More near misses are made of the answerable questions: the same without the articles that answer. Sets named <c>test:</c> are
/// measured and not fitted on.
/// </summary>
internal static class FitAnswers
{
    private const int Folds = 5;
    private const int MostSentences = 80;
    private const int MostShown = 4;
    private const double LeastContext = 0.25;

    /// <summary>
    /// Questions that were written as near misses in slot, speaker, year and premise, and those off any topic, are few and tell more each.
    /// </summary>
    private const double SamplesCount = 3;

    private static readonly string[] Against =
    [
        "missing-names",
        "sentence-missing",
        "article-missing",
        "unknown",
        "unmet",
        "kind-unmet",
        "slot-unmet",
        "slot-unknown",
        "age",
        "premise-unmet",
        "premise-denied",
        "half-said",
        "uncounted",
        "mostly-unknown",
    ];

    private static readonly string[] For = ["similarity", "context", "lead", "share"];

    /// <summary>Which way a signal may count: more of it can only speak for an answer (1), or only against it (-1).</summary>
    private static readonly int[] Signs =
    [
        .. AnswerabilityJudge.Names.Select(name =>
            Against.Contains(name) ? -1
            : name == "context" ? 1
            : 0
        ),
    ];

    /// <summary>Null for what would tell the sets apart rather than the questions.</summary>
    private static readonly int?[] TreeSigns =
    [
        .. AnswerabilityJudge.Names.Select(name =>
            name is "age" or "size" or "sized-similarity" ? (int?)null
            : Against.Contains(name) ? -1
            : For.Contains(name) ? 1
            : 0
        ),
    ];

    private static readonly ConcurrentDictionary<AskedQuestion, (double[][] Signals, bool[] Gold)> Lists = new(
        ReferenceEqualityComparer.Instance
    );

    /// <param name="arguments">Triples NAME DATA QUESTIONS.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        List<AskedQuestion> all = [];
        EncoderCalibrations calibrations = new(ShippedEncoder.Identity);
        for (int i = 0; i + 2 < arguments.Length; i += 3)
        {
            all.AddRange(await AskedQuestions.ReadAsync(arguments[i], arguments[i + 1], arguments[i + 2], calibrations, cancellationToken));
        }

        AskedQuestion[] fitted = [.. all.Where(q => !q.Set.StartsWith("test:", StringComparison.Ordinal))];
        double[] start = [.. SentenceWeighing.Names.Select(name => AnswerWeights.Shipped[$"sentence.{name}"])];
        Console.WriteLine("sentences: share of questions whose best 1, 2, 4 sentences hold the right one");
        ReportSentences("as shipped", all, _ => AnswerWeights.Shipped);
        var models = Enumerable.Range(0, Folds).Select(fold => FitSentences([.. fitted.Where(q => FoldOf(q) != fold)], start)).ToArray();
        var final = FitSentences(fitted, start);
        ReportSentences("fitted", all, q => q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)]);
        ReportLengths(all, q => q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)]);

        var rows = all.Select(q =>
                (
                    Question: q,
                    Row: SignalsOf(q, q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)], calibrations)
                )
            )
            .Where(pair => pair.Row is not null)
            .ToArray();
        Console.WriteLine("refusing: by threshold, refused of what has no answer / falsely refused");
        var judges = Enumerable
            .Range(0, Folds)
            .Select(fold =>
                FitJudge(rows.Where(r => !r.Question.Set.StartsWith("test:", StringComparison.Ordinal) && FoldOf(r.Question) != fold))
            )
            .ToArray();
        var judge = FitJudge(rows.Where(r => !r.Question.Set.StartsWith("test:", StringComparison.Ordinal)));
        foreach (var set in rows.GroupBy(r => r.Question.Set))
        {
            Report(
                set.Key,
                [
                    .. set.Select(r =>
                        (
                            Probability(
                                r.Question.Set.StartsWith("test:", StringComparison.Ordinal) ? judge : judges[FoldOf(r.Question)],
                                r.Row!
                            ),
                            r.Question.Answerable
                        )
                    ),
                ]
            );
        }

        for (int i = 0; i < SentenceWeighing.Names.Count; i++)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"sentence.{SentenceWeighing.Names[i]} = {final[$"sentence.{SentenceWeighing.Names[i]}"]:0.###}"
                )
            );
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"judge.intercept = {judge.Weights[0]:0.###}"));
        for (int i = 0; i < AnswerabilityJudge.Names.Count; i++)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"judge.{AnswerabilityJudge.Names[i]} = {judge.Weights[i + 1]:0.###}")
            );
        }

        Console.WriteLine("the trees:");
        foreach (string line in judge.Trees.ToLines())
        {
            Console.WriteLine(line);
        }
    }

    private static int FoldOf(AskedQuestion question) =>
        (int)((uint)question.Entry.Id.Aggregate(17, (hash, unit) => unchecked((hash * 31) + unit)) % Folds);

    private static (double[][] Signals, bool[] Gold) ListOf(AskedQuestion question)
    {
        var scored = question.ScoreBy(AnswerWeights.Shipped);
        List<double[]> signals = [];
        List<bool> gold = [];
        foreach (var sentence in scored.Take(MostSentences))
        {
            double[] values = new double[SentenceWeighing.Names.Count];
            SentenceWeighing.Fill(question.Question.Kind, sentence.Features, values);
            signals.Add(values);
            gold.Add(sentence.Features.Context >= LeastContext && question.IsGold(sentence.Sentence.Text));
        }

        return ([.. signals], [.. gold]);
    }

    private static AnswerWeights FitSentences(IReadOnlyList<AskedQuestion> questions, double[] start)
    {
        var lists = questions
            .Where(q => q.Answerable)
            .Select(q => (q.Set, List: Lists.GetOrAdd(q, ListOf)))
            .Where(l => l.List.Gold.Any(g => g) && l.List.Gold.Any(g => !g))
            .ToArray();
        var sizes = lists.CountBy(l => l.Set).ToDictionary();

        // The encyclopedia's questions count as much together as half the news questions.
        double[] weights =
        [
            .. lists.Select(l =>
                l.Set.StartsWith("clapnq", StringComparison.Ordinal) ? 0.5 * (lists.Length - sizes[l.Set]) / sizes[l.Set] : 1
            ),
        ];
        double[] fitted = ListwiseFit.Fit([.. lists.Select(l => l.List)], weights, start, 0.002);
        return AnswerWeights.Shipped.With(SentenceWeighing.Names.Select((name, i) => KeyValuePair.Create($"sentence.{name}", fitted[i])));
    }

    private static void ReportSentences(string title, IReadOnlyList<AskedQuestion> all, Func<AskedQuestion, AnswerWeights> weights)
    {
        foreach (var set in all.Where(q => q.Answerable).GroupBy(q => q.Set))
        {
            int[] ranks = [.. set.Select(q => q.ScoreBy(weights(q)).FindIndex(s => q.IsGold(s.Sentence.Text)))];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {title} {set.Key}: {Share(ranks, 1):F3} {Share(ranks, 2):F3} {Share(ranks, 4):F3} of {ranks.Length}"
                )
            );
        }
    }

    private static double Share(int[] ranks, int top) => (double)ranks.Count(rank => rank >= 0 && rank < top) / ranks.Length;

    private static void ReportLengths(IReadOnlyList<AskedQuestion> all, Func<AskedQuestion, AnswerWeights> weights)
    {
        Console.WriteLine("lengths: by reach, median and mean of sentences, share that hold the right one");
        foreach (var set in all.Where(q => q.Answerable).GroupBy(q => q.Set))
        {
            var ordered = set.Select(q => (Question: q, Scored: q.ScoreBy(weights(q)))).ToArray();
            foreach (double reach in (double[])[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
            {
                SentenceChoice choice = new(AnswerWeights.Shipped.With([KeyValuePair.Create("choose.enough", reach)]));
                var chosen = ordered.Select(o => (q: o.Question, Item2: choice.Choose(o.Scored, 4))).ToArray();
                int[] lengths = [.. chosen.Select(c => c.Item2.Count).Order()];
                double right = chosen.Average(c => c.q.IsGold(string.Join(' ', c.Item2.Select(s => s.Sentence.Text))) ? 1.0 : 0);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {reach} {set.Key}: {lengths[lengths.Length / 2]} {lengths.Average():F2} {right:F3}"
                    )
                );
            }
        }
    }

    private static double[]? SignalsOf(AskedQuestion question, AnswerWeights weights, EncoderCalibrations calibrations)
    {
        var scored = question.ScoreBy(weights);
        if (scored.Count == 0)
        {
            return null;
        }

        var premise = Premise.PutFirst(question.Question, question.Retrieved.Counts, scored);
        return AnswerabilityJudge.Values(
            AnswerabilitySignals.Of(question.Question, question.Retrieved, scored, premise, calibrations.Current.VouchedSimilarity)
        );
    }

    private static (double[] Weights, SignalTrees Trees) FitJudge(IEnumerable<(AskedQuestion Question, double[]? Row)> rows)
    {
        var list = rows.Select(r => (r.Question, Row: r.Row!)).ToArray();
        var sizes = list.CountBy(r => r.Question.Set).ToDictionary();
        (double[], bool, double)[] weighted =
        [
            .. list.Select(r => (r.Row, r.Question.Answerable, WeightOf(r.Question, sizes[r.Question.Set]))),
        ];
        return (LogisticFit.Fit(weighted, Signs, 0.003), new BoostedFit(150, 3, 0.05, 5, 5).Fit(weighted, TreeSigns));
    }

    /// <summary>
    /// A question whose answer is not among its best sentences would be answered wrongly: it speaks half as much for answering.
    /// </summary>
    private static double WeightOf(AskedQuestion question, int size) =>
        question.Set.EndsWith('!')
            ? SamplesCount
            : (
                question.Answerable && !question.ScoreBy(AnswerWeights.Shipped).Take(MostShown).Any(s => question.IsGold(s.Sentence.Text))
                    ? 0.5
                    : 1
            )
                * 100
                / Math.Max(100, size);

    private static double Probability((double[] Weights, SignalTrees Trees) judge, double[] row)
    {
        double sum = judge.Weights[0] + judge.Trees.Sum(row);
        for (int j = 0; j < row.Length; j++)
        {
            sum += judge.Weights[j + 1] * row[j];
        }

        return 1 / (1 + Math.Exp(-sum / 2));
    }

    private static void Report(string set, (double Probability, bool Answerable)[] rows)
    {
        foreach (double threshold in (double[])[0.15, 0.2, 0.23, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
        {
            var (without, with) = (rows.Where(r => !r.Answerable).ToArray(), rows.Where(r => r.Answerable).ToArray());
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {set} {threshold}: "
                        + $"{(without.Length == 0 ? double.NaN : without.Average(r => r.Probability < threshold ? 1.0 : 0)):F3} of {without.Length} / {(with.Length == 0 ? double.NaN : with.Average(r => r.Probability < threshold ? 1.0 : 0)):F3} of {with.Length}"
                )
            );
        }
    }
}
