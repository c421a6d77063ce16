using System.Collections.Concurrent;
using System.Globalization;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>
/// Fits the weights of choosing sentences and of refusing on question sets over finished indexes, in five folds, and prints the weights file. More near misses
/// are made of the answerable questions: the same without the articles that answer. Sets named <c>test:</c> are measured and not fitted on.
/// </summary>
internal static class FitAnswers
{
    private const int Folds = 5;
    private const int MostSentences = 80;
    private const double LeastContext = 0.25;

    /// <summary>Questions that were written as near misses in slot, speaker, year and premise, and those off any topic, are few and tell more each.</summary>
    private const double SamplesCount = 2;

    /// <summary>Which way a signal may count: more of it can only speak for an answer (1), or only against it (-1).</summary>
    private static readonly int[] Signs =
        [.. AnswerabilityJudge.Names.Select(name => name switch { "terms" or "open" or "nameless" or "nameless-similarity" or "size" or "sized-similarity" or "similarity" or "best" or "top-similarity" or "top-context" or "top-coverage" => 0, "missing-names" or "sentence-missing" or "article-missing" or "unknown" or "unmet" or "kind-unmet" or "slot-unmet" or "slot-unknown" or "age" => -1, _ => 1 })];

    private static readonly ConcurrentDictionary<AskedQuestion, (double[][] Signals, bool[] Gold)> Lists = new(ReferenceEqualityComparer.Instance);

    /// <param name="arguments">Triples NAME DATA QUESTIONS.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        List<AskedQuestion> all = [];
        EncoderCalibrations calibrations = new(ShippedEncoder.Identity);
        for (int i = 0; i + 2 < arguments.Length; i += 3)
        {
            all.AddRange(await AskAsync(arguments[i], arguments[i + 1], arguments[i + 2], calibrations, cancellationToken));
        }

        AskedQuestion[] fitted = [.. all.Where(q => !q.Set.StartsWith("test:", StringComparison.Ordinal))];
        double[] start = [.. SentenceModel.Names.Select(name => AnswerWeights.Shipped[$"sentence.{name}"])];
        Console.WriteLine("sentences: share of questions whose best 1, 2, 4 sentences hold the right one");
        ReportSentences("as shipped", all, _ => AnswerWeights.Shipped);
        var models = Enumerable.Range(0, Folds).Select(fold => FitSentences([.. fitted.Where(q => FoldOf(q) != fold)], start)).ToArray();
        var final = FitSentences(fitted, start);
        ReportSentences("fitted", all, q => q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)]);
        ReportLengths(all, q => q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)]);

        var rows = all.Select(q => (Question: q, Row: SignalsOf(q, q.Set.StartsWith("test:", StringComparison.Ordinal) ? final : models[FoldOf(q)], calibrations))).Where(pair => pair.Row is not null).ToArray();
        Console.WriteLine("refusing: by threshold, refused of what has no answer / falsely refused");
        var judges = Enumerable.Range(0, Folds)
            .Select(fold => FitJudge(rows.Where(r => !r.Question.Set.StartsWith("test:", StringComparison.Ordinal) && FoldOf(r.Question) != fold)))
            .ToArray();
        var judge = FitJudge(rows.Where(r => !r.Question.Set.StartsWith("test:", StringComparison.Ordinal)));
        foreach (var set in rows.GroupBy(r => r.Question.Set))
        {
            Report(set.Key, [.. set.Select(r => (Probability(r.Question.Set.StartsWith("test:", StringComparison.Ordinal) ? judge : judges[FoldOf(r.Question)], r.Row!), r.Question.Answerable))]);
        }

        for (int i = 0; i < SentenceModel.Names.Count; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sentence.{SentenceModel.Names[i]} = {final[$"sentence.{SentenceModel.Names[i]}"]:0.###}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"judge.intercept = {judge[0]:0.###}"));
        for (int i = 0; i < AnswerabilityJudge.Names.Count; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"judge.{AnswerabilityJudge.Names[i]} = {judge[i + 1]:0.###}"));
        }
    }

    private static async Task<List<AskedQuestion>> AskAsync(string name, string data, string questions, EncoderCalibrations calibrations, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        using var encoder = ShippedEncoder.Load();
        SqliteStoreOptions options = new() { Path = Path.Combine(data, "briefingbot.sqlite") };
        using SqliteCoverageStore store = new(Options.Create(options), ShippedEncoder.Identity, clock, NullLogger<SqliteCoverageStore>.Instance);
        await store.OpenAsync(cancellationToken);
        QuestionReader reader = new(clock);
        HybridRetriever retriever = new(store, encoder, calibrations, Options.Create(new RetrievalOptions()), clock);
        List<AskedQuestion> asked = [];
        foreach (var entry in (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries)
        {
            Question question;
            try
            {
                question = reader.Read(new IncomingMessage(entry.Question) { History = entry.History, AsOf = entry.AsOf });
            }
            catch (InvalidQuestionException)
            {
                continue;
            }

            if (question.IsOverview)
            {
                continue;
            }

            var retrieved = UnplantedSentences.Of(await retriever.RetrieveAsync(question, cancellationToken));
            if (retrieved.Passages.Count == 0)
            {
                continue;
            }

            AskedQuestion one = new(name, entry, retrieved.Read ?? question, retrieved, !entry.Abstain);
            asked.Add(one);
            if (!entry.Abstain && entry.Articles is { } right && !name.EndsWith('!'))
            {
                RetrievedPassages without = retrieved with { Passages = [.. retrieved.Passages.Where(p => !right.Contains(p.Passage.Article.Id.Value))] };
                if (without.Passages.Count > 0)
                {
                    asked.Add(one with { Set = name + " without gold", Retrieved = without, Answerable = false });
                }
            }
        }

        Console.WriteLine($"{name}: {asked.Count} questions");
        return asked;
    }

    private static int FoldOf(AskedQuestion question) => (int)((uint)question.Entry.Id.Aggregate(17, (hash, unit) => unchecked((hash * 31) + unit)) % Folds);

    private static (double[][] Signals, bool[] Gold) ListOf(AskedQuestion question)
    {
        var scored = question.ScoreBy(AnswerWeights.Shipped);
        List<double[]> signals = [];
        List<bool> gold = [];
        foreach (var sentence in scored.Take(MostSentences))
        {
            double[] values = new double[SentenceModel.Names.Count];
            SentenceModel.Fill(question.Question.Kind, sentence.Features, values);
            signals.Add(values);
            gold.Add(sentence.Features.Context >= LeastContext && question.IsGold(sentence.Sentence.Text));
        }

        return ([.. signals], [.. gold]);
    }

    private static AnswerWeights FitSentences(IReadOnlyList<AskedQuestion> questions, double[] start)
    {
        var lists = questions.Where(q => q.Answerable).Select(q => (q.Set, List: Lists.GetOrAdd(q, ListOf))).Where(l => l.List.Gold.Any(g => g) && l.List.Gold.Any(g => !g)).ToArray();
        var sizes = lists.CountBy(l => l.Set).ToDictionary();

        // The encyclopedia's questions count as much together as half the news questions.
        double[] weights = [.. lists.Select(l => l.Set.StartsWith("clapnq", StringComparison.Ordinal) ? 0.5 * (lists.Length - sizes[l.Set]) / sizes[l.Set] : 1)];
        double[] fitted = ListwiseFit.Fit([.. lists.Select(l => l.List)], weights, start, 0.002);
        return AnswerWeights.Shipped.With(SentenceModel.Names.Select((name, i) => KeyValuePair.Create($"sentence.{name}", fitted[i])));
    }

    private static void ReportSentences(string title, IReadOnlyList<AskedQuestion> all, Func<AskedQuestion, AnswerWeights> weights)
    {
        foreach (var set in all.Where(q => q.Answerable).GroupBy(q => q.Set))
        {
            int[] ranks = [.. set.Select(q => q.ScoreBy(weights(q)).FindIndex(s => q.IsGold(s.Sentence.Text)))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {title} {set.Key}: {Share(ranks, 1):F3} {Share(ranks, 2):F3} {Share(ranks, 4):F3} of {ranks.Length}"));
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
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reach} {set.Key}: {lengths[lengths.Length / 2]} {lengths.Average():F2} {right:F3}"));
            }
        }
    }

    private static double[]? SignalsOf(AskedQuestion question, AnswerWeights weights, EncoderCalibrations calibrations)
    {
        var scored = question.ScoreBy(weights);
        return scored.Count == 0
            ? null
            : AnswerabilityJudge.Values(AnswerabilitySignals.Of(question.Question, question.Retrieved, scored, calibrations.Current.VouchedSimilarity));
    }

    private static double[] FitJudge(IEnumerable<(AskedQuestion Question, double[]? Row)> rows)
    {
        var list = rows.Select(r => (r.Question.Set, r.Row!, r.Question.Answerable)).ToArray();
        var sizes = list.CountBy(r => r.Set).ToDictionary();
        return LogisticFit.Fit([.. list.Select(r => (r.Item2, r.Answerable, r.Set.EndsWith('!') ? SamplesCount : 100.0 / Math.Max(100, sizes[r.Set])))], Signs, 0.003);
    }

    private static double Probability(double[] judge, double[] row)
    {
        double sum = judge[0];
        for (int j = 0; j < row.Length; j++)
        {
            sum += judge[j + 1] * row[j];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static void Report(string set, (double Probability, bool Answerable)[] rows)
    {
        foreach (double threshold in (double[])[0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
        {
            var (without, with) = (rows.Where(r => !r.Answerable).ToArray(), rows.Where(r => r.Answerable).ToArray());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {set} {threshold}: {(without.Length == 0 ? double.NaN : without.Average(r => r.Probability < threshold ? 1.0 : 0)):F3} of {without.Length} / {(with.Length == 0 ? double.NaN : with.Average(r => r.Probability < threshold ? 1.0 : 0)):F3} of {with.Length}"));
        }
    }
}
