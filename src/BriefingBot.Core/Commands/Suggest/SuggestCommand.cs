using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands.Suggest;

/// <summary>What may be meant by the beginning of a topic, an outlet or a collection; only what the channel may see. Thread-safe.</summary>
public sealed class SuggestCommand(ICoverageStore store, IChatStateStore state)
{
    /// <summary>The newest articles that are looked at: choices are wanted at once.</summary>
    private const int Newest = 1000;

    /// <summary>The names that begin with what was typed, then those that hold it; the most frequent first.</summary>
    /// <param name="call">Who types where.</param>
    /// <param name="kind">What is wanted.</param>
    /// <param name="typed">The beginning; may be empty.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(
        CommandCall call,
        SuggestionKind kind,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        var settings = await state.GetSettingsAsync(call.Address, cancellationToken);
        if (!settings.Enabled || (kind == SuggestionKind.Collections && !call.User.IsAdmin))
        {
            return [];
        }

        var scope = kind == SuggestionKind.Collections ? CoverageFilter.None : ChannelScope.Of(settings);
        var page = await store.ListArticlesAsync(scope, 0, Newest, cancellationToken);
        string beginning = typed.Trim();
        return
        [
            .. page
                .Articles.SelectMany(article => NamesOf(article, kind))
                .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .Select(static name => (Name: name.First(), Count: name.Count()))
                .Where(name => name.Name.Contains(beginning, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(name => name.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                .ThenByDescending(static name => name.Count)
                .ThenBy(static name => name.Name, StringComparer.OrdinalIgnoreCase)
                .Take(most)
                .Select(static name => name.Name),
        ];
    }

    private static IEnumerable<string> NamesOf(ArticleHeader article, SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Outlets => article.Outlet is { Length: > 0 } outlet ? [OneLine.Of(outlet)] : [],
            SuggestionKind.Collections => article.Collection is { Length: > 0 } collection ? [OneLine.Of(collection)] : [],
            _ => NamesIn(OneLine.Of(ArticleTitle.Of(article))),
        };

    private static IEnumerable<string> NamesIn(string title) =>
        Statement.Read(title).Names.Select(name => title[name.Start..name.End].Trim());
}
