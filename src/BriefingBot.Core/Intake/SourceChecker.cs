using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Core.Intake.Folders;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Intake;

/// <summary>
/// Checks one source: lists it, fetches what is new or changed into its folder, and keeps how that went. Thread-safe; a source is checked
/// by one caller at a time.
/// </summary>
public sealed class SourceChecker(
    ISourceFetcher fetcher,
    ISourceStore store,
    IntakeFolder folder,
    IOptions<FetchingOptions> options,
    TimeProvider clock,
    ILogger<SourceChecker> logger
)
{
    /// <summary>Pages read in one check; the rest is for the next.</summary>
    public const int MostPages = 200;

    private const int MostFailures = 20;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);
    private readonly PageRevisits _revisits = new(fetcher, logger);

    /// <summary>
    /// Checks it now, unless another caller does. What goes wrong with the source, its host or its folder is the
    /// <see cref="SourceCheck.Error"/>.
    /// </summary>
    /// <param name="entry">The source and its state.</param>
    /// <param name="force">Also when it is not due.</param>
    /// <param name="cancellationToken">Ends the check; what was fetched until then stays.</param>
    /// <returns>What it came to; null when nothing is fetched from it, another caller checks it or, unforced, when it is not due.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<SourceCheck?> CheckAsync(SourceEntry entry, bool force, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        SourceClaim claim = new(entry.Source.Name, Guid.NewGuid().ToString("N"), now + Claim);
        if (entry.Source.IsFetched)
        {
            await store.RequireFolderAsync(folder, cancellationToken);
        }

        if (!entry.Source.IsFetched || !await store.TryClaimAsync(claim, now, force ? null : now, cancellationToken))
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(claim, lost, over.Token);
        try
        {
            return await CheckAsync(entry, claim, () => EndAsync(over, holding), lost.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            IntakeLog.ClaimLost(logger, entry.Source.Name.Value);
            return null;
        }
        finally
        {
            await EndAsync(over, holding);
        }
    }

    private TimeSpan Claim => TimeSpan.FromSeconds(options.Value.ClaimSeconds);

    private async Task<SourceCheck> CheckAsync(SourceEntry entry, SourceClaim claim, Func<Task> let, CancellationToken cancellationToken)
    {
        var source = entry.Source;
        try
        {
            var items = await SourceFolder.OpenAsync(source.Name, folder.Of(source.Name), clock, cancellationToken);
            var listing = await fetcher.ListAsync(source, entry.State, cancellationToken);
            var check = listing.IsUnchanged ? new SourceCheck(source.Name) : await TakeAsync(source, listing, items, cancellationToken);
            check = await _revisits.RunAsync(source, items, check, cancellationToken);
            await let();
            await store.TryEndAsync(claim, Next(entry, check, listing), cancellationToken);
            IntakeLog.Checked(logger, check.ToString());
            return check;
        }
        catch (Exception exception) when (exception is FetchException or IOException or UnauthorizedAccessException)
        {
            var failure =
                exception as FetchException
                ?? new FetchException($"Its folder {folder.Of(source.Name)} cannot be used: {exception.Message}", exception);
            await let();
            await store.TryEndAsync(claim, Failed(entry, failure), cancellationToken);
            IntakeLog.NotChecked(logger, source.Name.Value, failure.Message);
            return new SourceCheck(source.Name) { Error = failure.Message };
        }
        catch (OperationCanceledException)
        {
            await let();
            await store.TryEndAsync(claim, entry.State, CancellationToken.None);
            throw;
        }
    }

    // The claim is renewed while the check goes on, however long that takes. Where another has it, for this process stood still, the check
    // ends.
    private async Task HoldAsync(SourceClaim claim, CancellationTokenSource lost, CancellationToken cancellationToken)
    {
        try
        {
            using PeriodicTimer timer = new(Claim / 3, clock);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var now = clock.GetUtcNow();
                if (!await store.TryClaimAsync(claim with { Until = now + Claim }, now, null, cancellationToken))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The check is over.
        }
        catch (StoreException)
        {
            // The check itself meets the same trouble and says so.
        }
    }

    private static async Task EndAsync(CancellationTokenSource over, Task holding)
    {
        await over.CancelAsync();
        await holding;
    }

    private async Task<SourceCheck> TakeAsync(
        CoverageSource source,
        SourceListing listing,
        SourceFolder items,
        CancellationToken cancellationToken
    )
    {
        SourceCheck check = new(source.Name);
        List<string> failures = [.. listing.Notes];
        int pages = 0;
        try
        {
            foreach (var item in listing.Items)
            {
                if (item.Document?.Fields.Withheld is not null)
                {
                    // A draft, also one that was none before.
                    check = items.Remove(item) ? check with { Gone = check.Gone + 1 } : check;
                    continue;
                }

                bool needsPage = item.Page is not null && (item.Document is null || source.ReadsPages);
                if (needsPage && source.Kind != SourceKind.Page && items.IsCurrent(item))
                {
                    check = check with { Unchanged = check.Unchanged + 1 };
                }
                else if (needsPage && ++pages > MostPages)
                {
                    check = check with { Left = check.Left + 1 };
                }
                else
                {
                    check = await TakeAsync(source, item, needsPage, items, check, failures, cancellationToken);
                }
            }
        }
        finally
        {
            await items.SaveAsync(CancellationToken.None);
        }

        return check with
        {
            Failures =
                failures.Count <= MostFailures ? failures : [.. failures[..MostFailures], $"and {failures.Count - MostFailures} more."],
        };
    }

    private async Task<SourceCheck> TakeAsync(
        CoverageSource source,
        ListedItem item,
        bool needsPage,
        SourceFolder items,
        SourceCheck check,
        List<string> failures,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // Without a known version, a page always comes.
            var page = needsPage ? await fetcher.ReadPageAsync(source, item.Page!, null, cancellationToken) : null;
            var document = page is null
                ? item.Document!
                : page.Document with
                {
                    Fields = (item.Document?.Fields ?? item.Fields).Or(page.Document.Fields),
                };
            return await items.WriteAsync(item, document, source, page?.Version, cancellationToken) switch
            {
                true => check with { Added = check.Added + 1 },
                false => check with { Changed = check.Changed + 1 },
                null => check with { Unchanged = check.Unchanged + 1 },
            };
        }
        catch (FetchException exception) when (exception.IsGone)
        {
            return items.Remove(item) ? check with { Gone = check.Gone + 1 } : check;
        }
        catch (FetchException exception) when (needsPage && item.Document is not null && !items.Knows(item))
        {
            failures.Add($"{item.Page}: {exception.Message} What the feed says about it was used.");
            await items.WriteAsync(item with { Modified = null }, item.Document, source, null, cancellationToken);
            return check with { Added = check.Added + 1 };
        }
        catch (FetchException exception)
        {
            failures.Add($"{item.Page}: {exception.Message}");
            return check;
        }
    }

    // What is left, or failed, is asked for again at once: the listing must not be answered with "unchanged".
    private SourceState Next(SourceEntry entry, SourceCheck check, SourceListing listing)
    {
        var now = clock.GetUtcNow();
        bool isWhole = check is { Left: 0, Failures.Count: 0 };
        return entry.State with
        {
            Checked = now,
            NextCheck = now + (check.Left > 0 ? TimeSpan.FromMinutes(1) : entry.Source.Interval),
            Changed = check.HasNews ? now : entry.State.Changed,
            ETag =
                listing.IsUnchanged ? entry.State.ETag
                : isWhole ? listing.ETag
                : null,
            LastModified =
                listing.IsUnchanged ? entry.State.LastModified
                : isWhole ? listing.LastModified
                : null,
            Failures = 0,
            Error = check.Failures.Count > 0 ? check.Failures[0] : null,
        };
    }

    private SourceState Failed(SourceEntry entry, FetchException exception)
    {
        var now = clock.GetUtcNow();
        int failures = entry.State.Failures + 1;
        var pause = entry.Source.Interval * Math.Pow(2, Math.Min(failures - 1, 10));
        pause = pause > LongestPause || exception.IsGone ? LongestPause : pause;
        return entry.State with
        {
            Checked = now,
            NextCheck = now + (exception.RetryAfter > pause ? exception.RetryAfter.Value : pause),
            Failures = failures,
            Error = exception.Message,
        };
    }
}
