using System.Diagnostics;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>
/// Where the time of a question goes on a warm index: the median of every stage, beside the baseline, encoding the same question by itself
/// on the same thread, measured in turn with it.
/// </summary>
internal static class QuestionPathSplit
{
    public static async Task RunAsync(string dataDirectory, string questionSet, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        using var encoder = ShippedEncoder.Load();
        SqliteStoreOptions options = new() { Path = Path.Combine(dataDirectory, "briefingbot.sqlite") };
        using SqliteCoverageStore store = new(
            Options.Create(options),
            ShippedEncoder.Identity,
            clock,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(cancellationToken);
        EncoderCalibrations calibrations = new(ShippedEncoder.Identity);
        HybridRetriever retriever = new(store, encoder, calibrations, Options.Create(new RetrievalOptions()), clock);
        ExtractiveComposer composer = new(calibrations, Options.Create(new AnsweringOptions()));
        ConversationTurnHandler handler = new(
            new QuestionReader(clock),
            new RequestTable(store, retriever, composer, clock),
            retriever,
            new OverviewRetriever(store),
            composer,
            new GapRecorder(store, clock, NullLogger<GapRecorder>.Instance),
            clock,
            NullLogger<ConversationTurnHandler>.Instance
        );
        var set = await QuestionSet.ReadAsync(questionSet, cancellationToken);
        List<StageTimings> timings = [];
        List<double> baseline = [];
        foreach (bool warm in (bool[])[false, true])
        {
            foreach (var entry in set.Entries)
            {
                long started = Stopwatch.GetTimestamp();
                await encoder.GenerateAsync([entry.Question], cancellationToken: cancellationToken);
                var encoding = Stopwatch.GetElapsedTime(started);
                StageTimings? answered = await AskAsync(handler, entry, cancellationToken);
                if (warm && answered is not null)
                {
                    baseline.Add(encoding.TotalMilliseconds);
                    timings.Add(answered);
                }
            }
        }

        double alone = Median(baseline);
        Console.WriteLine($"{timings.Count} questions on a warm index; medians in ms");
        Print("encoding by itself (baseline)", alone, alone);
        Print("question", Median(timings.Select(t => t.Question.TotalMilliseconds)), alone);
        Print("encoding", Median(timings.Select(t => t.Encoding.TotalMilliseconds)), alone);
        Print("retrieval without encoding", Median(timings.Select(t => t.Retrieval.TotalMilliseconds)), alone);
        Print("composing", Median(timings.Select(t => t.Composing.TotalMilliseconds)), alone);
        Print("verifying", Median(timings.Select(t => t.Verifying.TotalMilliseconds)), alone);
        Print("whole question", Median(timings.Select(t => t.Total.TotalMilliseconds)), alone);
    }

    private static async Task<StageTimings?> AskAsync(
        ConversationTurnHandler handler,
        QuestionSetEntry entry,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IncomingMessage message = new(entry.Question)
            {
                History = entry.History,
                AsOf = entry.AsOf,
                KeepsGaps = false,
            };
            return (await handler.HandleAsync(message, cancellationToken)).Timings;
        }
        catch (InvalidQuestionException)
        {
            return null;
        }
    }

    private static void Print(string stage, double milliseconds, double baseline) =>
        Console.WriteLine($"{stage, -32}{milliseconds, 8:F2}   x {milliseconds / baseline:F2}");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
