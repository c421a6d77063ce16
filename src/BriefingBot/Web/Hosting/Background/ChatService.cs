using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>Runs the chat platforms that are configured, each by itself, and the loop that answers their questions.</summary>
internal sealed partial class ChatService(
    ChatTurnRunner runner,
    PlatformSupervisor supervisor,
    IEnumerable<IChatPlatform> platforms,
    ICoverageStore store,
    IndexingState indexing,
    ChatState state,
    IHostApplicationLifetime lifetime,
    ILogger<ChatService> logger
) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!platforms.Any())
        {
            return;
        }

        using var life = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] running = [AnswerAsync(life.Token), supervisor.RunAsync(life.Token)];
        try
        {
            await await Task.WhenAny(running);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is unfinished stays in the journal.
        }
        catch (Exception exception)
        {
            // What ends the chats for good ends the bot: its operator sees it, and whoever watches starts it again.
            LogFailed(exception.Message);
            state.Fail(exception);
            lifetime.StopApplication();
        }
        finally
        {
            await life.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The very first index run comes before the first answer: an empty store answers nothing.</summary>
    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        if ((await store.GetStatusAsync(cancellationToken)).Articles == 0)
        {
            await indexing.Completion.WaitAsync(cancellationToken);
        }

        await runner.RunAsync(cancellationToken);
    }

    [LoggerMessage(EventIds.Host + 11, LogLevel.Critical, "Chat failed, the host stops: {Reason}")]
    private partial void LogFailed(string reason);
}
