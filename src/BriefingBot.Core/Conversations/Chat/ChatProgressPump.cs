using System.Threading.Channels;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Conversations.Chat;

/// <summary>Shows the progress of one turn beside the work: the latest only, one call at a time, none once it is stopped.</summary>
internal sealed partial class ChatProgressPump : IProgress<TurnProgress>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly Channel<ChatProgress> _latest = Channel.CreateBounded<ChatProgress>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly IChatPlatform _platform;
    private readonly ChatQuestion _question;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private readonly Task _pumping;

    public ChatProgressPump(IChatPlatform platform, ChatQuestion question, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        (_platform, _question, _clock, _logger) = (platform, question, clock, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _latest.Writer.TryWrite(new ChatProgress("Searching the coverage"));
        _pumping = PumpAsync();
    }

    /// <inheritdoc/>
    public void Report(TurnProgress value) =>
        _latest.Writer.TryWrite(new ChatProgress(value.Passages == 1 ? "Reading 1 passage" : $"Reading {value.Passages} passages"));

    /// <summary>Waits for the call that is under way, a few seconds at most. Nothing is shown after it.</summary>
    public async Task StopAsync()
    {
        _latest.Writer.TryComplete();
        using var grace = new CancellationTokenSource(Grace, _clock);
        await using (grace.Token.Register(_stop.Cancel))
        {
            await _pumping;
        }

        _stop.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var progress in _latest.Reader.ReadAllAsync(_stop.Token))
            {
                await _platform.ShowProgressAsync(_question, progress, _stop.Token);
            }
        }
        catch (Exception error)
        {
            // Whoever waits for an answer loses nothing but the view of its progress.
            LogNotShown(_logger, error.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 2, LogLevel.Debug, "Progress could not be shown: {Reason}")]
    private static partial void LogNotShown(ILogger logger, string reason);
}
