using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Slack.Messages.Replies;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>Which message is streamed for which question, so that the next process finishes what a killed one began. Thread-safe.</summary>
internal sealed class OpenStreams(IChatStateStore state, ILogger<OpenStreams> logger)
{
    /// <summary>A stream is open.</summary>
    public Task RememberAsync(ChatQuestionId question, string ts, CancellationToken cancellationToken) =>
        WriteAsync(question, ts, cancellationToken);

    /// <summary>It was finished, or is gone.</summary>
    public Task ForgetAsync(ChatQuestionId question, CancellationToken cancellationToken) => WriteAsync(question, null, cancellationToken);

    /// <summary>The message that was streamed and not finished; null when there is none.</summary>
    public Task<string?> FindAsync(ChatQuestionId question, CancellationToken cancellationToken) =>
        state.GetPlatformStateAsync(SlackPlatform.PlatformName, Key(question), cancellationToken);

    private static string Key(ChatQuestionId question) => $"stream/{AnswerId.Of(question)}";

    /// <summary>Without it the thread itself still tells, so an answer does not wait for the store.</summary>
    private async Task WriteAsync(ChatQuestionId question, string? ts, CancellationToken cancellationToken)
    {
        try
        {
            await state.SetPlatformStateAsync(SlackPlatform.PlatformName, Key(question), ts, cancellationToken);
        }
        catch (StoreException exception)
        {
            ReplyLog.StreamNotKept(logger, question, exception.Message);
        }
    }
}
