using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>The shards of one rate limit key start their sessions one after the other, a pause between two. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class IdentifyQueue(TimeSpan pause, TimeProvider clock)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _last;

    /// <summary>Waits for one's turn and for the pause; the caller ends the turn.</summary>
    public async Task<IdentifyTurn> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (_last is { } last && pause - clock.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            return new IdentifyTurn(End);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    private void End()
    {
        _last = clock.GetTimestamp();
        _turn.Release();
    }
}
