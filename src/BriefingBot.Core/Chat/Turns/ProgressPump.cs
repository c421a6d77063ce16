using System.Threading.Channels;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Shows how far something is beside the work: the latest value only, one call at a time, a pause between two, none once it is disposed.
/// Whoever waits for the result loses nothing when a call fails.
/// </summary>
internal sealed partial class ProgressPump<T> : IProgress<T>, IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly Channel<T> _latest = Channel.CreateBounded<T>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );
    private readonly Func<T, CancellationToken, Task> _show;
    private readonly TimeSpan _pause;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _pumping;

    /// <summary>Starts at once.</summary>
    /// <param name="show">Shows a value.</param>
    /// <param name="pause">From one call to the next at least.</param>
    /// <param name="clock">Measures the pause.</param>
    /// <param name="logger">Told when a call fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ProgressPump(
        Func<T, CancellationToken, Task> show,
        TimeSpan pause,
        TimeProvider clock,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        (_show, _pause, _clock, _logger) = (show, pause, clock, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pumping = PumpAsync();
    }

    /// <inheritdoc/>
    public void Report(T value) => _latest.Writer.TryWrite(value);

    /// <summary>Waits for the call that is under way, a few seconds at most. Nothing is shown after it.</summary>
    public async ValueTask DisposeAsync()
    {
        _latest.Writer.TryComplete();
        while (_latest.Reader.TryRead(out _))
        {
            // What is over need not be shown.
        }

        await _over.CancelAsync();
        using var grace = new CancellationTokenSource(Grace, _clock);
        await using (grace.Token.Register(_stop.Cancel))
        {
            await _pumping;
        }

        _stop.Dispose();
        _over.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _over.Token);
            await foreach (var value in _latest.Reader.ReadAllAsync(_stop.Token))
            {
                await ShowAsync(value);
                if (_pause > TimeSpan.Zero)
                {
                    await Task.Delay(_pause, _clock, ended.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Over.
        }
    }

    private async Task ShowAsync(T value)
    {
        try
        {
            await _show(value, _stop.Token);
        }
        catch (Exception exception) when (!_stop.IsCancellationRequested)
        {
            // A platform may fail in any way; the answer comes without its progress then.
            LogNotShown(_logger, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 2, LogLevel.Debug, "Progress could not be shown: {Reason}")]
    private static partial void LogNotShown(ILogger logger, string reason);
}
