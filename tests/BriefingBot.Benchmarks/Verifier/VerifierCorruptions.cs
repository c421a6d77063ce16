using System.Diagnostics;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Verifier;

/// <summary>
/// How many falsified sentences the check catches and how many true ones it drops, on a coverage: its headlines are the questions, found by
/// words alone; the fake model's truthful script writes the sentences.
/// </summary>
internal static class VerifierCorruptions
{
    private const int PromptPassages = 12;

    public static async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        bool verbose = arguments.Contains("--verbose");
        string[] rest = [.. arguments.Where(argument => argument != "--verbose")];
        string coverage = rest.Length > 0 ? rest[0] : Path.Combine(AppContext.BaseDirectory, "seeds");
        int most = rest.Length > 1 ? int.Parse(rest[1]) : 400;
        string folder = Directory.CreateTempSubdirectory("verifier-").FullName;
        try
        {
            long started = Stopwatch.GetTimestamp();
            List<TrialResult> results = await TryAsync(coverage, most, folder, cancellationToken);
            CorruptionReport report = new(results);
            foreach (string line in (string[])[.. verbose ? report.Failures().Append("") : [], .. report.Lines()])
            {
                Console.WriteLine(line);
            }

            Console.WriteLine($"{results.Count} sentences in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s with indexing");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<TrialResult>> TryAsync(string coverage, int most, string folder, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        using NoEncoder encoder = new();
        EncoderIdentity identity = new("none", 1);
        SqliteStoreOptions options = new() { Path = Path.Combine(folder, "briefingbot.sqlite") };
        using SqliteCoverageStore store = new(Options.Create(options), identity, clock, NullLogger<SqliteCoverageStore>.Instance);
        await store.OpenAsync(cancellationToken);
        await new IngestionPipeline(store, encoder, identity, clock, NullLogger<IngestionPipeline>.Instance).RunAsync(
            [coverage],
            new IngestionChoices(),
            null,
            cancellationToken
        );
        HybridRetriever retriever = new(
            store,
            encoder,
            new EncoderCalibrations(identity),
            Options.Create(new RetrievalOptions { Mode = RetrievalMode.Lexical }),
            clock
        );
        QuestionReader reader = new(clock);

        List<TrialResult> results = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        string[] questions = await QuestionsAsync(store, most, cancellationToken);
        for (int i = 0; i < questions.Length; i++)
        {
            var retrieved = await retriever.RetrieveAsync(reader.Read(new IncomingMessage(questions[i])), cancellationToken);
            if (retrieved.Passages.Count > 0)
            {
                results.AddRange(new CorruptionTrial(questions[i], retrieved, PromptPassages, i).Run(known));
            }
        }

        return results;
    }

    /// <summary>The headlines, evenly over the coverage; of a small one also the opening words of every passage.</summary>
    private static async Task<string[]> QuestionsAsync(SqliteCoverageStore store, int most, CancellationToken cancellationToken)
    {
        var articles = await store.ListArticlesAsync(new CoverageFilter(), 0, int.MaxValue, cancellationToken);
        List<string> questions =
        [
            .. articles.Articles.OrderBy(article => article.Id.Value, StringComparer.Ordinal).Select(article => article.Title),
        ];
        if (questions.Count < most / 10)
        {
            foreach (var header in articles.Articles)
            {
                var article = await store.FindArticleAsync(header.Id, header.Revision, cancellationToken);
                questions.AddRange(article!.ToPassages().Select(passage => passage.Text[..Math.Min(passage.Text.Length, 200)]));
            }
        }

        int step = Math.Max(1, questions.Count / most);
        return [.. questions.Where((question, i) => i % step == 0 && question.Any(char.IsLetter)).Take(most)];
    }
}
