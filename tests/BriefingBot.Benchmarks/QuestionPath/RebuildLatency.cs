using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks.Chat;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Questions;
using BriefingBot.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>
/// What a question costs while the whole index is made anew in the same process, beside what it costs in quiet, in one run.
/// </summary>
internal static class RebuildLatency
{
    private const int QuietRounds = 3;
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Indexes the first articles of a file, asks the questions of a set in turn, then asks on while the index is rebuilt.
    /// </summary>
    public static async Task RunAsync(string articles, string questions, int count, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("briefingbot-rebuild-").FullName;
        try
        {
            string coverage = Path.Combine(folder, "articles.jsonl");
            await File.WriteAllLinesAsync(coverage, File.ReadLines(articles).Take(count), cancellationToken);
            await using var services = await ChatServices.BuildAsync(folder, static _ => { }, cancellationToken, coverage);
            var handler = services.GetRequiredService<ConversationTurnHandler>();
            var entries = (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries;

            List<double> quiet = [];
            for (int round = 0; round <= QuietRounds; round++)
            {
                List<double> times = await AskAsync(handler, entries, static () => true, cancellationToken);
                quiet.AddRange(round == 0 ? [] : times);
            }

            long started = Stopwatch.GetTimestamp();
            var rebuild = Task.Run(
                () =>
                    services
                        .GetRequiredService<IngestionPipeline>()
                        .RunAsync([coverage], new IngestionChoices { Rebuild = true }, null, cancellationToken),
                cancellationToken
            );
            List<double> busy = [];
            while (!rebuild.IsCompleted)
            {
                busy.AddRange(await AskAsync(handler, entries, () => !rebuild.IsCompleted, cancellationToken));
            }

            var report = await rebuild;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Updated} of {report.Articles} articles were embedded anew in "
                        + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s"
                )
            );
            Print("quiet", quiet);
            Print("while it was rebuilt", busy);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"median {At(busy, 0.5) / At(quiet, 0.5):F2} times, p95 {At(busy, 0.95) / At(quiet, 0.95):F2} times"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> AskAsync(
        ConversationTurnHandler handler,
        IReadOnlyList<QuestionSetEntry> entries,
        Func<bool> goesOn,
        CancellationToken cancellationToken
    )
    {
        List<double> times = [];
        foreach (var entry in entries.TakeWhile(_ => goesOn()))
        {
            // People do not ask without a breath between.
            await Task.Delay(BetweenQuestions, cancellationToken);
            long started = Stopwatch.GetTimestamp();
            try
            {
                await handler.HandleAsync(
                    new IncomingMessage(entry.Question)
                    {
                        History = entry.History,
                        AsOf = entry.AsOf,
                        KeepsGaps = false,
                    },
                    cancellationToken
                );
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            catch (InvalidQuestionException)
            {
                // No question to be measured.
            }
        }

        return times;
    }

    private static void Print(string name, List<double> times) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -24}{times.Count, 6} questions, median {At(times, 0.5):F1} ms, p95 {At(times, 0.95):F1} ms"
            )
        );

    private static double At(List<double> times, double share) =>
        times.Count == 0 ? double.NaN : times.Order().ElementAt((int)(times.Count * share));
}
