using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Evaluation;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Calibration;

/// <summary>Asks every question of a set on an indexed store and keeps the signals of what was found.</summary>
internal static class JudgeSamples
{
    private const int Folds = 5;

    public static async Task<List<JudgeSample>> ReadAsync(
        string name, string data, string questions, IEmbeddingGenerator<string, Embedding<float>> encoder, EncoderIdentity identity, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        EncoderCalibrations calibrations = new(identity);
        SqliteStoreOptions options = new() { Path = Path.Combine(data, "briefingbot.sqlite") };
        using SqliteCoverageStore store = new(Options.Create(options), identity, clock, NullLogger<SqliteCoverageStore>.Instance);
        await store.OpenAsync(cancellationToken);
        QuestionReader reader = new(clock);
        HybridRetriever retriever = new(store, encoder, calibrations, Options.Create(new RetrievalOptions()), clock);
        List<JudgeSample> samples = [];
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

            var retrieved = UnplantedSentences.Of(await retriever.RetrieveAsync(question, cancellationToken));
            var scored = SentenceScorer.Score(question, retrieved);
            if (scored.Count == 0 || question.IsOverview)
            {
                continue;
            }

            var raw = AnswerabilitySignals.Of(question, retrieved, scored, vouchedSimilarity: -1);
            var vouched = AnswerabilitySignals.Of(question, retrieved, scored, vouchedSimilarity: 1);
            string[] ranking = [.. retrieved.Passages.Select(p => p.Passage.Article.Id.Value).Distinct().Take(10)];
            bool wantsMore = question.Kind == AnswerKind.YesNo || (question.Kind == AnswerKind.Number && !scored.Take(8).Any(s => s.Features.Kind > 0));
            samples.Add(new JudgeSample(
                name,
                entry.Id,
                [1, raw.Context, raw.Similarity, raw.Best, raw.MissingNames, raw.Coverage, raw.HasNames ? 0 : 1],
                vouched.Similarity >= 1 && raw.Similarity < 1,
                question.Kind,
                wantsMore,
                raw.Speaks,
                !entry.Abstain,
                entry.Articles?.Any(ranking.Contains) ?? true,
                samples.Count % Folds));
        }

        return samples;
    }
}
