using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Cli.Output;

/// <summary>Opens the store and brings it in step with the coverage.</summary>
internal static class IndexUpdate
{
    /// <summary>Runs once; progress goes to standard error.</summary>
    public static Task<IngestionReport> RunAsync(
        IServiceProvider services,
        IngestionChoices choices,
        CancellationToken cancellationToken
    ) => RunAsync(services, choices, new PlainIndexProgress(Console.Error), cancellationToken);

    /// <summary>
    /// Runs before a question, without a word unless someone watches. A store that can be read but not written still answers, and so does
    /// one whose encoder is away: that is a warning, as are sources that could not be read. A shared store is read as it is.
    /// </summary>
    public static async Task RunBeforeReadingAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ICoverageStore>();
        await store.OpenAsync(cancellationToken);
        if (services.GetRequiredService<StoreSharing>().IsShared)
        {
            // Others keep it in step, with coverage that may not lie on this machine.
            return;
        }

        try
        {
            var report = await RunAsync(services, new IngestionChoices(), plain: null, cancellationToken);
            if (report.Failed.Count > 0)
            {
                Terminal.WriteWarning($"{report.Failed.Count} sources could not be read; 'index' lists them with the reasons.");
            }
        }
        catch (Exception exception) when (exception is StoreException or EncoderException)
        {
            var status = await store.GetStatusAsync(cancellationToken);
            if (status.Articles == 0)
            {
                throw;
            }

            Terminal.WriteWarning($"the index was not brought up to date: {exception.Message} Answering from what it holds.");
        }
    }

    private static async Task<IngestionReport> RunAsync(
        IServiceProvider services,
        IngestionChoices choices,
        IProgress<IngestionProgress>? plain,
        CancellationToken cancellationToken
    )
    {
        await services.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        if (services.GetRequiredService<StoreSharing>().IsShared)
        {
            var runs = services.GetRequiredService<IndexRuns>();
            return await IndexProgress.ShowAsync(plain, progress => RunSharedAsync(runs, choices, progress, cancellationToken));
        }

        var paths = await services.GetRequiredService<SourceCatalog>().GetPathsAsync(cancellationToken);
        var pipeline = services.GetRequiredService<IngestionPipeline>();
        return await IndexProgress.ShowAsync(plain, progress => pipeline.RunAsync(paths, choices, progress, cancellationToken));
    }

    private static async Task<IngestionReport> RunSharedAsync(
        IndexRuns runs,
        IngestionChoices choices,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var outcome = await runs.TryRunAsync(choices, progress, cancellationToken);
        return outcome.Report
            ?? throw new StoreException(
                $"An index run has been going on since {ReadableDate.Of(outcome.BusySince!.Value)} in another process: "
                    + "wait for it, or end it with 'index --cancel'."
            );
    }
}
