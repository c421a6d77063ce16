using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Core.Intake.Folders;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Intake;

/// <summary>
/// Looks at pages that were read before and that nobody says have changed, for corrections are made without a word: also when the list that
/// named them is unchanged, or no longer names them. Thread-safe.
/// </summary>
internal sealed class PageRevisits(ISourceFetcher fetcher, ILogger logger)
{
    /// <summary>Pages in one check; the newest come first, the rest is for the next.</summary>
    public const int Most = 20;

    /// <summary>Asks for those that are due, each conditionally.</summary>
    /// <param name="source">The source.</param>
    /// <param name="items">What was fetched from it.</param>
    /// <param name="check">What the check came to so far.</param>
    /// <param name="cancellationToken">Ends the work; what was read until then stays.</param>
    /// <returns>The check with what changed.</returns>
    public async Task<SourceCheck> RunAsync(
        CoverageSource source,
        SourceFolder items,
        SourceCheck check,
        CancellationToken cancellationToken
    )
    {
        // Where a source tells whole articles, their pages are no concern of ours.
        bool areRead = source.ReadsPages || source.Kind is SourceKind.Sitemap or SourceKind.PageList;
        var due = items.ListDue(areRead, Most);
        if (due.Count == 0)
        {
            return check;
        }

        try
        {
            foreach (var known in due)
            {
                try
                {
                    check = await ReadAsync(source, known, items, check, cancellationToken);
                }
                catch (FetchException exception) when (exception.IsGone)
                {
                    check = items.Remove(known) ? check with { Gone = check.Gone + 1 } : check;
                }
                catch (FetchException exception)
                {
                    // The article stands as it was read, and the page is asked for again when its time has come.
                    items.Touch(known);
                    IntakeLog.PageNotReadAgain(logger, source.Name.Value, known.Page!, exception.Message);
                    if (exception.RetryAfter is not null)
                    {
                        break;
                    }
                }
            }
        }
        finally
        {
            await items.SaveAsync(CancellationToken.None);
        }

        return check;
    }

    private async Task<SourceCheck> ReadAsync(
        CoverageSource source,
        FetchedItem known,
        SourceFolder items,
        SourceCheck check,
        CancellationToken cancellationToken
    )
    {
        Uri page = new(known.Page!);
        if (await fetcher.ReadPageAsync(source, page, known.Version, cancellationToken) is not { } read)
        {
            items.Touch(known);
            return check;
        }

        var listed = await items.ReadListedAsync(known, cancellationToken);
        ListedItem item = new()
        {
            ItemId = known.ItemId,
            Page = page,
            Modified = known.Modified,
            Fields = listed,
        };
        var document = read.Document with { Fields = listed.Or(read.Document.Fields) };
        return await items.WriteAsync(item, document, source, read.Version, cancellationToken) is null
            ? check
            : check with
            {
                Changed = check.Changed + 1,
            };
    }
}
