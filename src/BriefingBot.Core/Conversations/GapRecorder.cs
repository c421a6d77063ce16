using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Conversations;

/// <summary>Keeps the questions that found no answer. A store that cannot be written costs the gap, never the answer.</summary>
public sealed partial class GapRecorder(ICoverageStore store, TimeProvider clock, ILogger<GapRecorder> logger)
{
    /// <summary>Keeps one.</summary>
    public async Task RecordAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            await store.RecordGapAsync(question.Standalone, clock.GetUtcNow(), cancellationToken);
        }
        catch (StoreException e)
        {
            LogGapLost(logger, e.Message);
        }
    }

    [LoggerMessage(EventIds.Conversations + 1, LogLevel.Warning, "A question without an answer could not be kept: {Reason}")]
    private static partial void LogGapLost(ILogger logger, string reason);
}
