using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Commands.ShowPassages;

/// <summary>The button "show passages": the quoted passages in full. Thread-safe.</summary>
public sealed class ShowPassagesCommand(
    IConversationLog conversations,
    ICoverageStore store,
    ArticleLinks links,
    SupersededFigures superseded,
    CommandGuard guard
)
{
    /// <summary>Gives a <see cref="PassagesResult"/>, to be shown to the caller alone.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, AnswerId id, int from, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "show passages",
            call,
            async settings =>
            {
                var (answer, refusal) = await conversations.FindForAsync(call, id, cancellationToken);
                if (answer is null)
                {
                    return refusal!;
                }

                List<CitedPassage> passages = [];
                foreach (var citation in answer.Citations)
                {
                    passages.Add(await ReadAsync(citation, cancellationToken));
                }

                return passages.Count == 0 && answer.Dropped.Count == 0
                    ? new CommandRefused("This answer quotes nothing.")
                    : new PassagesResult(answer, passages)
                    {
                        From = from,
                        News = await superseded.FindAsync(
                            answer,
                            settings.Collection is { } collection ? [collection] : null,
                            [],
                            cancellationToken
                        ),
                    };
            },
            cancellationToken
        );

    /// <summary>What talks to the machine that reads it is not shown either; every offset stays what it was.</summary>
    private static string WithoutOrders(string text) => PlantedInstructions.Blank(text, PlantedInstructions.Find(text));

    private async Task<CitedPassage> ReadAsync(Citation citation, CancellationToken cancellationToken)
    {
        string? link = links.Of(citation);
        var stored = await store.FindArticleAsync(citation.Passage.Article, citation.Passage.Revision, cancellationToken);
        var passage = stored?.Article.Passages.FirstOrDefault(p => p.Ordinal == citation.Passage.Ordinal);
        return passage is null || passage.Start > citation.Start || passage.End < citation.End
            ? new CitedPassage(citation, citation.Quote, 0, stored?.IsCurrent ?? false, link)
            : new CitedPassage(
                citation,
                WithoutOrders(stored!.Article.Text[passage.Start..passage.End]),
                citation.Start - passage.Start,
                stored.IsCurrent,
                link
            );
    }
}
