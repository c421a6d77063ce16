using BriefingBot.Core.Coverage;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands.Sources;

/// <summary><c>sources [filter]</c>: the outlets of the coverage, and for admins where articles come from. Thread-safe.</summary>
public sealed class SourcesCommand(ICoverageStore store, SourceCatalog catalog, CommandGuard guard)
{
    private const int PageSize = 1000;

    /// <summary>Gives a <see cref="SourcesResult"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="filter">Only outlets whose name holds it, in any case; null or blank: all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string? filter, CancellationToken cancellationToken) =>
        RunAsync(call, filter, 0, cancellationToken);

    /// <summary>Gives the outlets behind the first ones.</summary>
    /// <param name="call">The call.</param>
    /// <param name="filter">A part of a name; null or blank: all.</param>
    /// <param name="from">How many to pass over.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string? filter, int from, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "sources",
            call,
            async settings =>
            {
                string? name = string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();
                var articles = await ListAsync(ChannelScope.Of(settings), cancellationToken);
                return new SourcesResult(
                    name,
                    [
                        .. articles
                            .Where(article => name is null || article.Outlet?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)
                            .GroupBy(article => article.Outlet ?? "", StringComparer.OrdinalIgnoreCase)
                            .Select(Summarize)
                            .OrderBy(outlet => outlet.Outlet is null)
                            .ThenByDescending(outlet => outlet.Articles)
                            .ThenBy(outlet => outlet.Outlet, StringComparer.OrdinalIgnoreCase),
                    ]
                )
                {
                    From = from,
                    Intake = call.User.IsAdmin && name is null ? await catalog.ListAsync(cancellationToken) : [],
                };
            },
            cancellationToken
        );

    private async Task<List<ArticleHeader>> ListAsync(CoverageFilter scope, CancellationToken cancellationToken)
    {
        List<ArticleHeader> articles = [];
        for (int offset = 0; ; offset += PageSize)
        {
            var page = await store.ListArticlesAsync(scope, offset, PageSize, cancellationToken);
            articles.AddRange(page.Articles);
            if (offset + PageSize >= page.Total)
            {
                return articles;
            }
        }
    }

    private static OutletSummary Summarize(IGrouping<string, ArticleHeader> outlet)
    {
        DateOnly[] days = [.. outlet.Where(article => article.Published is not null).Select(article => article.Published!.Value.Day)];
        return new OutletSummary(
            outlet.Key.Length == 0 ? null : outlet.First().Outlet,
            outlet.Count(),
            days.Length == 0 ? null : days.Min(),
            days.Length == 0 ? null : days.Max(),
            outlet.Count() - days.Length
        );
    }
}
