using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Answers talk that asks nothing of the coverage: a short line, and where it helps two questions that the newest coverage answers.
/// Thread-safe.
/// </summary>
public sealed class SmallTalkReplies(ICoverageStore store)
{
    private const int Newest = 5;

    /// <summary>The line.</summary>
    /// <param name="kind">What was said.</param>
    /// <param name="collection">The collection that the channel sees; null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<string> OfAsync(SmallTalkKind kind, string? collection, CancellationToken cancellationToken)
    {
        string line = kind switch
        {
            SmallTalkKind.Greeting => "Hello! Ask me about the coverage, and I answer from the articles, each sentence with its source.",
            SmallTalkKind.Parting => "Goodbye!",
            SmallTalkKind.Thanks => "You're welcome.",
            SmallTalkKind.Praise => "Good to hear.",
            SmallTalkKind.Help => "I answer questions about the coverage from the articles alone, each sentence with its source. The "
                + "command help lists what else I can do.",
            SmallTalkKind.Identity => "I'm a bot. I answer questions about the coverage from the articles alone, each sentence with its "
                + "source, and tell you when they do not say.",
            SmallTalkKind.Stop => "All right. I only speak when I am asked.",
            _ => "I'm here. Ask me about the coverage.",
        };
        if (kind is not (SmallTalkKind.Greeting or SmallTalkKind.Help or SmallTalkKind.Identity or SmallTalkKind.Test))
        {
            return line;
        }

        CoverageFilter filter = new() { Collections = collection is null ? null : [collection] };
        var newest = await store.ListArticlesAsync(filter, 0, Newest, cancellationToken);
        var examples = ExampleQuestions.Of(newest.Articles);
        return examples.Count == 0 ? line : $"{line} For example: {string.Join(" Or: ", examples)}";
    }
}
