using BriefingBot.Core.Conversations;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Has the way of a question gone once at start, beside everything else. An encoder on a server is not asked for it: that costs its owner.
/// Whatever fails here fails for the first question too, which says so.
/// </summary>
internal sealed partial class WarmingService(
    PathWarming warming,
    IOptions<EncoderOptions> encoder,
    TimeProvider clock,
    ILogger<WarmingService> logger
) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (encoder.Value.Provider != EncoderProvider.Local)
        {
            return;
        }

        await Task.Yield();
        long started = clock.GetTimestamp();
        try
        {
            int asked = await warming.WarmAsync(stoppingToken);
            LogWarmed(asked, clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is StoreException or EncoderException)
        {
            LogNotWarmed(exception.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventIds.Host + 60, LogLevel.Debug, "Took a question along its whole path {Asked} times in {Milliseconds:F0} ms")]
    private partial void LogWarmed(int asked, double milliseconds);

    [LoggerMessage(EventIds.Host + 61, LogLevel.Debug, "Could not take a question along its path at startup: {Reason}")]
    private partial void LogNotWarmed(string reason);
}
