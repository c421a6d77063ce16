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

/// <summary>The questions of a set, searched once in a finished index, so that choosing and refusing can be tried many ways.</summary>
internal static class AskedQuestions
{
    /// <summary>Reads and searches the questions of one set.</summary>
    /// <param name="name">What the set is called; with <c>!</c> at its end no near misses are made of it.</param>
    /// <param name="data">The folder of its finished index.</param>
    /// <param name="questions">The file of its questions.</param>
    /// <param name="calibrations">The encoder's.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<List<AskedQuestion>> ReadAsync(
        string name,
        string data,
        string questions,
        EncoderCalibrations calibrations,
        CancellationToken cancellationToken
    )
    {
        var clock = TimeProvider.System;
        using var encoder = ShippedEncoder.Load();
        SqliteStoreOptions options = new() { Path = Path.Combine(data, "briefingbot.sqlite") };
        using SqliteCoverageStore store = new(
            Options.Create(options),
            ShippedEncoder.Identity,
            clock,
            NullLogger<SqliteCoverageStore>.Instance
        );
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
                RetrievedPassages without = retrieved with
                {
                    Passages = [.. retrieved.Passages.Where(p => !right.Contains(p.Passage.Article.Id.Value))],
                };
                if (without.Passages.Count > 0)
                {
                    asked.Add(one with { Set = name + " without gold", Retrieved = without, Answerable = false });
                }
            }
        }

        Console.WriteLine($"{name}: {asked.Count} questions");
        return asked;
    }
}
