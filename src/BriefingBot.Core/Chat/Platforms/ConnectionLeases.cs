using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Chat.Platforms;

/// <summary>
/// Lets one process at a time be connected to what takes one connection, where several share a store: whoever dies or loses the store is
/// followed by another within 15 seconds, and has let go by itself before. Thread-safe.
/// </summary>
public sealed partial class ConnectionLeases(
    IChatStateStore state,
    StoreSharing sharing,
    ChatProcess process,
    TimeProvider clock,
    ILogger<ConnectionLeases> logger
)
{
    /// <summary>A lease that is not renewed for so long is anybody's.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    // The owner lets go before others may take it, also when its clock runs a little behind theirs.
    private static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Runs something while this process has the lease, again when it was lost and is had again.</summary>
    /// <param name="name">What there is one of; null when any number may run.</param>
    /// <param name="run">Runs until its token is cancelled, or it ends by itself.</param>
    /// <param name="standBy">Done again and again while another process has the lease.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Completes when <paramref name="run"/> ended by itself, or all is cancelled.</returns>
    public async Task RunAsync(
        string? name,
        Func<CancellationToken, Task> run,
        Func<CancellationToken, Task> standBy,
        CancellationToken cancellationToken
    )
    {
        if (name is null || !sharing.IsShared)
        {
            await run(cancellationToken);
            return;
        }

        while (true)
        {
            await AcquireAsync(name, standBy, cancellationToken);
            if (await HoldAsync(name, run, cancellationToken))
            {
                return;
            }

            LogLost(logger, name);
        }
    }

    private async Task AcquireAsync(string name, Func<CancellationToken, Task> standBy, CancellationToken cancellationToken)
    {
        while (await AskAsync(name, cancellationToken) is not true)
        {
            await standBy(cancellationToken);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <returns>False when the lease was lost meanwhile.</returns>
    private async Task<bool> HoldAsync(string name, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var lost = new CancellationTokenSource();
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        using var over = new CancellationTokenSource();
        var renewing = RenewAsync(name, lost, over.Token);
        try
        {
            await run(life.Token);
            return !lost.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
            await ReleaseAsync(name);
        }
    }

    private async Task RenewAsync(string name, CancellationTokenSource lost, CancellationToken cancellationToken)
    {
        long renewed = clock.GetTimestamp();
        try
        {
            while (true)
            {
                await Task.Delay(Shorter(Pause, LettingGo - clock.GetElapsedTime(renewed)), clock, cancellationToken);
                long asked = clock.GetTimestamp();
                bool? isOurs = await AskInTimeAsync(name, LettingGo - clock.GetElapsedTime(renewed), cancellationToken);
                if (isOurs == true)
                {
                    renewed = asked;
                }
                else if (isOurs == false)
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It is over.
        }
    }

    /// <returns>
    /// False when the store did not say in time, for one that is away may not even say that; null when there is time to ask again.
    /// </returns>
    private async Task<bool?> AskInTimeAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(name, cancellationToken).WaitAsync(Shorter(time, LettingGo), clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Timers count whole milliseconds: what is left of the time is none to ask again in.
            return false;
        }
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second)
    {
        var shorter = first < second ? first : second;
        return shorter > TimeSpan.Zero ? shorter : TimeSpan.Zero;
    }

    /// <returns>Has this process the lease now? Null when the store cannot be used.</returns>
    private async Task<bool?> AskAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await state.AcquireLeaseAsync(name, process.Owner, Duration, cancellationToken)).Owner == process.Owner;
        }
        catch (StoreException exception)
        {
            LogNotWritten(logger, name, exception.Message);
            return null;
        }
    }

    private async Task ReleaseAsync(string name)
    {
        try
        {
            // Nobody waits for long for a store that is away: the lease runs out by itself.
            await state.ReleaseLeaseAsync(name, process.Owner, CancellationToken.None).WaitAsync(Pause, clock);
        }
        catch (Exception exception) when (exception is StoreException or TimeoutException)
        {
            LogNotWritten(logger, name, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 24, LogLevel.Warning, "The lease {Lease} was lost: another process holds it now")]
    private static partial void LogLost(ILogger logger, string lease);

    [LoggerMessage(EventIds.Chat + 25, LogLevel.Warning, "The lease {Lease} could not be written: {Reason}")]
    private static partial void LogNotWritten(ILogger logger, string lease, string reason);
}
