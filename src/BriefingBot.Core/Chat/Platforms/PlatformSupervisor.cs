using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Chat.Platforms;

/// <summary>
/// Keeps every platform running by itself: one that turns the bot away stops alone, with one line that says what to do, and starts again
/// when its secret was replaced; one that fails otherwise is started again, with growing pauses, for as long as the bot runs.
/// </summary>
public sealed partial class PlatformSupervisor(
    IEnumerable<IChatPlatform> platforms,
    PlatformStates states,
    ConnectionLeases leases,
    TimeProvider clock,
    ILogger<PlatformSupervisor> logger
)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(platforms.Select(platform => KeepAsync(platform, cancellationToken)));

    private async Task KeepAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        int failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await leases.RunAsync(
                    platform.Connection,
                    token => ConnectAsync(platform, token),
                    token => StandByAsync(platform, token),
                    cancellationToken
                );
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException("It ended without a reason.");
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (PlatformFatalException exception)
            {
                failures = 0;
                states.Stop(platform.Name, exception.Message);
                LogStopped(logger, platform.Name, exception.Message);
                await platform.WaitForNewSecretAsync(cancellationToken);
                LogNewSecret(logger, platform.Name);
            }
            catch (Exception exception)
            {
                // Whatever ended the platform, it is started again: the bot lives on without it meanwhile.
                failures++;
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 10))));
                states.Lose(platform.Name, exception.Message);
                LogFailed(logger, exception, platform.Name, pause.TotalSeconds);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private Task StandByAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        states.StandBy(platform.Name);
        return platform.StandByAsync(cancellationToken);
    }

    private Task ConnectAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        LogStarting(logger, platform.Name);
        states.Start(platform.Name);
        return platform.RunAsync(cancellationToken);
    }

    [LoggerMessage(EventIds.Chat + 15, LogLevel.Information, "Starting {Platform}")]
    private static partial void LogStarting(ILogger logger, string platform);

    [LoggerMessage(EventIds.Chat + 16, LogLevel.Error, "The bot is stopped on {Platform}, everything else goes on: {Reason}")]
    private static partial void LogStopped(ILogger logger, string platform, string reason);

    [LoggerMessage(EventIds.Chat + 17, LogLevel.Information, "A secret of {Platform} was replaced in its file")]
    private static partial void LogNewSecret(ILogger logger, string platform);

    [LoggerMessage(EventIds.Chat + 18, LogLevel.Error, "{Platform} failed and is started again in {Seconds} s")]
    private static partial void LogFailed(ILogger logger, Exception exception, string platform, double seconds);
}
