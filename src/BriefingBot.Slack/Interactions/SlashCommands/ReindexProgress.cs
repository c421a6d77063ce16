using BriefingBot.Core.Commands;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>
/// Shows how far an index run is within the five uses of a response_url: a line at the start, after a third and after two thirds, so that
/// there is room for the account however long the run takes. Used by one caller at a time.
/// </summary>
internal sealed class ReindexProgress(ResponseReplies replies, ResponseTarget target, CommandCall call)
{
    private const int Lines = 3;
    private int _shown;

    /// <summary>Shows it when it is time for a line.</summary>
    public async Task ShowAsync(IngestionProgress progress, CancellationToken cancellationToken)
    {
        if (_shown < Lines && (long)progress.Done * Lines >= (long)progress.Total * _shown)
        {
            _shown++;
            await replies.ShowLineAsync(target, call, CommandLayout.Of(progress), cancellationToken);
        }
    }
}
