using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BriefingBot.Telemetry;

/// <summary>
/// Begins to export from the moment it is made; what is left is sent when it is disposed, all signals at once. To be made before anything
/// that is traced and disposed after it, which a container does when it is the first that is asked for.
/// </summary>
internal sealed class TelemetryExport(IServiceProvider services) : IDisposable
{
    /// <summary>How long the last export may take; a collector that is away must not hold up the end of a verb.</summary>
    private const int LastExportMilliseconds = 5000;

    private readonly TracerProvider? _traces = services.GetService<TracerProvider>();
    private readonly MeterProvider? _metrics = services.GetService<MeterProvider>();
    private readonly LoggerProvider? _logs = services.GetService<LoggerProvider>();

    /// <inheritdoc/>
    public void Dispose() =>
        Parallel.Invoke(
            () => _traces?.Shutdown(LastExportMilliseconds),
            () => _metrics?.Shutdown(LastExportMilliseconds),
            () => _logs?.Shutdown(LastExportMilliseconds)
        );
}
