using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Conversations;

/// <summary>Keeps the questions that found no answer. A store that cannot be written costs the gap, never the answer.</summary>
public sealed partial class GapRecorder(ICoverageStore store, TimeProvider clock, ILogger<GapRecorder> logger)
{
    /// <summary>What stands in the list for all questions that were asked privately.</summary>
    public const string PrivateQuestion = "A question that was asked privately";

    /// <param name="question">The question.</param>
    /// <param name="asker">As <see cref="IncomingMessage.Asker"/>.</param>
    /// <param name="isPrivate">It is counted, and neither its words nor its asker are kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RecordAsync(Question question, string? asker, bool isPrivate, CancellationToken cancellationToken)
    {
        try
        {
            await store.RecordGapAsync(
                isPrivate ? PrivateQuestion : question.Standalone,
                isPrivate ? null : asker,
                clock.GetUtcNow(),
                cancellationToken
            );
        }
        catch (StoreException exception)
        {
            LogGapLost(logger, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Conversations + 1, LogLevel.Warning, "A question without an answer could not be kept: {Reason}")]
    private static partial void LogGapLost(ILogger logger, string reason);
}
