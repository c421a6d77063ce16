using System.Threading.Channels;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion;

/// <summary>Brings the store in step with the coverage: read, parse, clean, date, split, embed, store, group into stories.</summary>
/// <remarks>
/// Three stages run at once, joined by bounded channels: reading and parsing, encoding in batches, saving one article a transaction. Runs
/// on one store must not overlap.
/// </remarks>
public sealed class IngestionPipeline(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderIdentity encoderIdentity,
    TimeProvider clock,
    ILogger<IngestionPipeline> logger,
    EncoderCalibrator? calibrator = null,
    IEnumerable<IDocumentFormat>? formats = null,
    StoryGrouper? stories = null
)
{
    private const int ParsedAhead = 512;
    private const int EncodedAhead = 512;

    private readonly SourceFormats _formats = new(formats);
    private readonly EncodingStage _encoding = new(encoder, encoderIdentity, clock);
    private readonly WithdrawalStage _withdrawal = new(store, logger);

    /// <summary>
    /// Runs once over all paths (folders or files). The store then holds exactly what they hold, unless the run holds a removal back.
    /// </summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="choices">How.</param>
    /// <param name="progress">Told after every article; may be null.</param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    /// <remarks>
    /// What a broken record or a failed file held is kept. A run that would remove more than a fifth of what a source holds
    /// (<see cref="RemovalGuard"/>) removes nothing and says so in <see cref="IngestionReport.HeldBack"/>. Notes on unusable fields are
    /// reported when an article is read, not again while it is unchanged.
    /// </remarks>
    /// <exception cref="EncoderException">An encoder on a server cannot be used; what was stored until then stays.</exception>
    /// <exception cref="CoverageNotFoundException">A path does not exist, or no path holds any article although the store holds
    /// some.</exception>
    public async Task<IngestionReport> RunAsync(
        IReadOnlyList<string> paths,
        IngestionChoices choices,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        long started = clock.GetTimestamp();
        var failures = new IngestionFailures();
        var files = new CoverageWalker(_formats, failures).List(paths, cancellationToken);
        int listed = failures.ToList().Count + failures.Skipped().Count;
        string? stamp = CoverageStamp.Of(files, encoderIdentity, clock.GetUtcNow());
        bool seen = choices.TrustsFileTimes && stamp is not null && await store.GetSeenCoverageAsync(cancellationToken) == stamp;
        int expected = seen ? 0 : await CoverageReader.CountAsync(files, cancellationToken);
        IngestionLog.RunStarted(logger, files.Count, expected);

        var run = new IngestionRun(
            await store.GetFingerprintsAsync(cancellationToken),
            choices,
            failures,
            new RunProgress(expected, progress)
        );
        if (seen)
        {
            run.SeeAll();
        }
        else
        {
            await RunStagesAsync(files, run, cancellationToken);
        }

        if (run.Present.Count == 0 && run.Known.Count > 0 && !failures.AnyUnseen && failures.Skipped().Count == 0)
        {
            throw new CoverageNotFoundException(
                $"No article was found in {string.Join(", ", paths)} although the store holds {run.Known.Count}; "
                    + $"nothing was changed. {FirstReason(failures)}"
            );
        }

        var (removed, held, mark) = await _withdrawal.RunAsync(run, choices, cancellationToken);
        await ActivateEncoderAsync(run, cancellationToken);
        var calibration = calibrator is null ? null : await calibrator.CalibrateAsync(cancellationToken);

        if (stories is not null)
        {
            await stories.RunAsync(cancellationToken);
        }

        var status = await store.GetStatusAsync(cancellationToken);
        var failed = failures.ToList();
        foreach (var failure in failed)
        {
            IngestionLog.SourceFailed(logger, failure.Source, failure.Reason);
        }

        if (!seen && stamp is not null && failed.Count + failures.Skipped().Count == listed)
        {
            await store.SetSeenCoverageAsync(stamp, cancellationToken);
        }

        var elapsed = clock.GetElapsedTime(started);
        IngestionLog.RunFinished(
            logger,
            run.Added,
            run.Updated,
            run.Unchanged,
            removed,
            failed.Count,
            elapsed.TotalSeconds,
            run.Encoding.TotalSeconds
        );
        return new IngestionReport(
            status.Articles,
            run.Added,
            run.Updated,
            run.Unchanged,
            removed,
            failed,
            status.Passages,
            elapsed,
            run.Encoding
        )
        {
            Skipped = failures.Skipped(),
            HeldBack = held,
            HeldMark = mark,
            Calibration = calibration?.Origin,
        };
    }

    private async Task RunStagesAsync(IReadOnlyList<CoverageFile> files, IngestionRun run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parsed = Channel.CreateBounded<ParsedArticle>(
            new BoundedChannelOptions(ParsedAhead) { SingleReader = true, SingleWriter = true }
        );
        var encoded = Channel.CreateBounded<IndexedArticle>(
            new BoundedChannelOptions(EncodedAhead) { SingleReader = true, SingleWriter = true }
        );
        Task[] stages =
        [
            Task.Run(
                () => StageAsync(ReadAndParseAsync(files, run, parsed.Writer, stop.Token), parsed.Writer, stop),
                CancellationToken.None
            ),
            Task.Run(
                () => StageAsync(_encoding.RunAsync(run, parsed.Reader, encoded.Writer, stop.Token), encoded.Writer, stop),
                CancellationToken.None
            ),
            Task.Run(() => StageAsync<IndexedArticle>(SaveAsync(run, encoded.Reader, stop.Token), null, stop), CancellationToken.None),
        ];
        try
        {
            await Task.WhenAll(stages);
        }
        catch (Exception)
        {
            // Goes on to the caller; here it is only found out which stage failed first.
            cancellationToken.ThrowIfCancellationRequested();

            // The stage that failed stopped the others: its error is the one that says something.
            var cause = stages
                .SelectMany(stage => stage.Exception?.InnerExceptions ?? Enumerable.Empty<Exception>())
                .FirstOrDefault(exception => exception is not OperationCanceledException);
            if (cause is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
            }

            throw;
        }
    }

    private static async Task StageAsync<T>(Task work, ChannelWriter<T>? output, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            output?.TryComplete();
        }
    }

    private async Task ReadAndParseAsync(
        IReadOnlyList<CoverageFile> files,
        IngestionRun run,
        ChannelWriter<ParsedArticle> parsed,
        CancellationToken cancellationToken
    )
    {
        var context = ParsingContext.At(clock.GetUtcNow());
        bool learned = false;
        await foreach (var record in new CoverageReader(encoderIdentity, run.Failures).ReadAsync(files, cancellationToken))
        {
            await run.PassGateAsync(cancellationToken);
            if (record is null)
            {
                run.Progress.Advance();
            }
            else if (run.IsUnchanged(record))
            {
                run.Present.Add(record.Id);
                run.Unchanged++;
                run.Progress.Advance();
            }
            else
            {
                if (!learned)
                {
                    // Only now is it known that there is something to clean.
                    context = context with
                    {
                        Census = await FurnitureLearner.LearnAsync(files, encoderIdentity, cancellationToken),
                    };
                    learned = true;
                }

                if (RecordParser.Parse(record, run.Failures, context, cancellationToken) is { } article)
                {
                    run.Present.Add(record.Id);
                    await parsed.WriteAsync(article, cancellationToken);
                }
                else
                {
                    run.Progress.Advance();
                }
            }
        }
    }

    private async Task SaveAsync(IngestionRun run, ChannelReader<IndexedArticle> encoded, CancellationToken cancellationToken)
    {
        await foreach (var article in encoded.ReadAllAsync(cancellationToken))
        {
            var outcome = await store.SaveAsync(article, cancellationToken);
            IngestionLog.ArticleSaved(logger, article.Article.Id.Value, article.Passages.Count, outcome.ToString());
            run.Added += outcome == SaveOutcome.Added ? 1 : 0;
            run.Updated += outcome == SaveOutcome.Added ? 0 : 1;
            run.Progress.Advance();
        }
    }

    private async Task ActivateEncoderAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        if ((await store.GetStatusAsync(cancellationToken)).EncoderMatches)
        {
            return;
        }

        try
        {
            await store.ActivateEncoderAsync(cancellationToken);
            IngestionLog.EncoderActivated(logger, encoderIdentity.Name);
        }
        catch (StoreException exception) when (run.Failures.AnyUnseen)
        {
            // Articles whose files could not be opened still have the former encoder's vectors only.
            run.Failures.Add(
                encoderIdentity.Name,
                $"the vectors of this encoder are not active yet: {exception.Message} Make the unreadable files readable and index again."
            );
        }
    }

    private static string FirstReason(IngestionFailures failures) =>
        failures.ToList() is [var first, ..] ? $"{first.Source}: {first.Reason}" : "";
}
