using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BriefingBot.Core.Conversations;

namespace BriefingBot.Web.Pages.Asking;

/// <summary>
/// The ask page while it comes about: <c>status</c> (a line of text), <c>partial</c> (the checked beginning of the answer, as HTML), and at
/// last <c>page</c> (the whole page). Every part is rendered by the same components as the page without scripts.
/// </summary>
internal static class AskStream
{
    /// <summary>Answers and tells how far it is.</summary>
    public static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        AskPages pages,
        AskQuery query,
        bool isAsked,
        string baseAddress,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var parts = Channel.CreateUnbounded<TurnProgress>();
        var answering = AnswerAsync(pages, query, isAsked, baseAddress, parts.Writer, cancellationToken);
        yield return new SseItem<string>("Searching the coverage", "status");
        await foreach (var part in parts.Reader.ReadAllAsync(cancellationToken))
        {
            yield return part.Answer is { } soFar
                ? new SseItem<string>(
                    await PageHtml.RenderAsync<AnswerInProgressView>(
                        services,
                        PageParameters.Of(
                            (nameof(AnswerInProgressView.Question), query.Question),
                            (nameof(AnswerInProgressView.SoFar), soFar)
                        )
                    ),
                    "partial"
                )
                : new SseItem<string>(part.Passages == 1 ? "Reading 1 passage" : $"Reading {part.Passages} passages", "status");
        }

        yield return new SseItem<string>(
            await PageHtml.RenderAsync<AskPage>(services, PageParameters.Of((nameof(AskPage.Model), await answering))),
            "page"
        );
    }

    private static async Task<AskPageModel> AnswerAsync(
        AskPages pages,
        AskQuery query,
        bool isAsked,
        string baseAddress,
        ChannelWriter<TurnProgress> parts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await pages.AnswerAsync(query, isAsked, baseAddress, new ChannelProgress(parts), cancellationToken);
        }
        finally
        {
            parts.Complete();
        }
    }

    /// <summary>Keeps the order: <see cref="Progress{T}"/> would hand parts to the thread pool.</summary>
    private sealed class ChannelProgress(ChannelWriter<TurnProgress> parts) : IProgress<TurnProgress>
    {
        public void Report(TurnProgress value) => parts.TryWrite(value);
    }
}
