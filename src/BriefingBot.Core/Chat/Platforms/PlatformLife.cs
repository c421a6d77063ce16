namespace BriefingBot.Core.Chat.Platforms;

/// <summary>The life of a connection to a platform: who the bot is, then what runs until one part of it ends.</summary>
public static class PlatformLife
{
    /// <summary>
    /// Runs until one part ends, ends the others with it, and waits for the work that they began. Its failure is passed on.
    /// </summary>
    /// <param name="start">Starts the parts; each ends with the token.</param>
    /// <param name="work">What they begin.</param>
    /// <param name="cancellationToken">Asks all to stop, which is no failure.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task<IReadOnlyList<Task>>> start,
        TrackedWork work,
        CancellationToken cancellationToken
    )
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var running = await start(life.Token);
            var ended = await Task.WhenAny(running);
            await life.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ended;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            await life.CancelAsync();
            await work.DrainAsync();
        }
    }

    /// <summary>Asks the platform who the bot is until it says so, waiting longer after each failure.</summary>
    /// <typeparam name="TIdentity">Who it is.</typeparam>
    /// <typeparam name="TFailure">A failure that passes; any other ends it.</typeparam>
    /// <param name="ask">Asks once.</param>
    /// <param name="backoff">The wait after so many failures.</param>
    /// <param name="failed">Told of each failure and the wait that follows.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TIdentity> IdentifyAsync<TIdentity, TFailure>(
        Func<CancellationToken, Task<TIdentity>> ask,
        Func<int, TimeSpan> backoff,
        Action<TFailure, TimeSpan> failed,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
        where TFailure : Exception
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                return await ask(cancellationToken);
            }
            catch (TFailure exception)
            {
                var wait = backoff(failures);
                failed(exception, wait);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }
}
