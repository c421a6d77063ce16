using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks.Chat;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Questions;
using BriefingBot.Evaluation;
using BriefingBot.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Engines;

/// <summary>
/// The same articles indexed and the same questions asked in both engines, a part and a question in turn, in one run, so that what else the
/// machine does falls on both.
/// </summary>
internal static class EngineComparison
{
    private const int Parts = 6;
    private const int Rounds = 3;

    /// <summary>Prints how long both take, and the ratio.</summary>
    /// <param name="articles">A file of articles, one a line.</param>
    /// <param name="questions">A question set about them.</param>
    /// <param name="connection">An empty PostgreSQL database.</param>
    /// <param name="count">How many of the articles are indexed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string articles, string questions, string connection, int count, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("briefingbot-engines-").FullName;
        try
        {
            string[] lines = [.. File.ReadLines(articles).Take(count)];
            await using var sqlite = await BuildAsync(Path.Combine(folder, "sqlite"), null, cancellationToken);
            await using var postgres = await BuildAsync(Path.Combine(folder, "postgres"), connection, cancellationToken);
            ServiceProvider[] engines = [sqlite, postgres];
            await IndexAsync(engines, folder, lines, cancellationToken);
            await AskAsync(engines, (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task IndexAsync(ServiceProvider[] engines, string folder, string[] lines, CancellationToken cancellationToken)
    {
        var took = new double[engines.Length];
        List<string> paths = [];
        foreach (string[] part in lines.Chunk((lines.Length + Parts - 1) / Parts))
        {
            paths.Add(Path.Combine(folder, $"part-{paths.Count}.jsonl"));
            await File.WriteAllLinesAsync(paths[^1], part, cancellationToken);
            for (int turn = 0; turn < engines.Length; turn++)
            {
                int i = (turn + paths.Count) % engines.Length;
                var report = await engines[i]
                    .GetRequiredService<IngestionPipeline>()
                    .RunAsync(paths, new IngestionChoices(), null, cancellationToken);
                took[i] += report.Elapsed.TotalSeconds;
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"indexing {lines.Length} articles: SQLite {took[0]:F1} s, PostgreSQL {took[1]:F1} s ({took[0] / took[1]:F2} times as fast)"
            )
        );
    }

    private static async Task AskAsync(
        ServiceProvider[] engines,
        IReadOnlyList<QuestionSetEntry> entries,
        CancellationToken cancellationToken
    )
    {
        List<double>[] times =
        [
            [],
            [],
        ];
        int different = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (var (entry, number) in entries.Select((entry, number) => (entry, number)))
            {
                var texts = new string[engines.Length];
                for (int turn = 0; turn < engines.Length; turn++)
                {
                    int i = (turn + number) % engines.Length;
                    long started = Stopwatch.GetTimestamp();
                    texts[i] = await AnswerAsync(engines[i], entry, cancellationToken);
                    if (round > 0)
                    {
                        times[i].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                }

                different += texts[0] == texts[1] ? 0 : 1;
            }
        }

        foreach (var (name, list) in new[] { "SQLite", "PostgreSQL" }.Zip(times))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -10} {list.Count} questions, p50 {At(list, .5):F1} ms, p95 {At(list, .95):F1} ms"
                )
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PostgreSQL / SQLite: p50 {At(times[1], .5) / At(times[0], .5):F2}, p95 {At(times[1], .95) / At(times[0], .95):F2}, "
                    + $"median of pairs {At([.. times[1].Zip(times[0], (p, s) => p / s)], .5):F2}; {different} answers differ"
            )
        );
    }

    private static async Task<string> AnswerAsync(IServiceProvider engine, QuestionSetEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            IncomingMessage message = new(entry.Question)
            {
                History = entry.History,
                AsOf = entry.AsOf,
                KeepsGaps = false,
            };
            var answer = (await engine.GetRequiredService<ConversationTurnHandler>().HandleAsync(message, cancellationToken)).Answer;
            return string.Join('\n', answer.Sentences.Select(sentence => sentence.Text));
        }
        catch (InvalidQuestionException)
        {
            return "";
        }
    }

    private static async Task<ServiceProvider> BuildAsync(string folder, string? connection, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string nothing = Path.Combine(folder, "nothing.jsonl");
        await File.WriteAllTextAsync(nothing, "", cancellationToken);
        return await ChatServices.BuildAsync(
            folder,
            services =>
            {
                if (connection is not null)
                {
                    services.AddPostgresCoverageStore(options => options.ConnectionString = connection);
                    services.AddSingleton(new IntakeFolder(Path.Combine(folder, "sources")));
                }
            },
            cancellationToken,
            nothing
        );
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));
}
