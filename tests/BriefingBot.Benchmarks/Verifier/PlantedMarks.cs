using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text.Planted;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Verifier;

/// <summary>How many sentences of a coverage, all of them honest, are taken for orders to a machine; each is printed.</summary>
internal static class PlantedMarks
{
    public static async Task RunAsync(string coverage, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("planted-").FullName;
        try
        {
            using NoEncoder encoder = new();
            EncoderIdentity identity = new("none", 1);
            SqliteStoreOptions options = new() { Path = Path.Combine(folder, "briefingbot.sqlite") };
            using SqliteCoverageStore store = new(
                Options.Create(options),
                identity,
                TimeProvider.System,
                NullLogger<SqliteCoverageStore>.Instance
            );
            await store.OpenAsync(cancellationToken);
            await new IngestionPipeline(store, encoder, identity, TimeProvider.System, NullLogger<IngestionPipeline>.Instance).RunAsync(
                [coverage],
                new IngestionChoices(),
                null,
                cancellationToken
            );

            int sentences = 0;
            int marked = 0;
            foreach (var header in (await store.ListArticlesAsync(new CoverageFilter(), 0, int.MaxValue, cancellationToken)).Articles)
            {
                var article = await store.FindArticleAsync(header.Id, header.Revision, cancellationToken);
                foreach (var passage in article!.ToPassages())
                {
                    var planted = PlantedInstructions.Find(passage.Text);
                    foreach (var sentence in SentenceReader.Read(passage))
                    {
                        sentences++;
                        if (planted.Any(span => passage.Start + span.Start < sentence.End && sentence.Start < passage.Start + span.End))
                        {
                            marked++;
                            Console.WriteLine(
                                $"{header.Id}: "
                                    + $"{passage.Text[(sentence.Start - passage.Start)..(sentence.End - passage.Start)].ReplaceLineEndings(" ")}"
                            );
                        }
                    }
                }
            }

            Console.WriteLine($"{marked} of {sentences} sentences marked ({(double)marked / Math.Max(1, sentences):P3})");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
