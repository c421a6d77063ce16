using System.Reflection;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BriefingBot.Telemetry;

/// <summary>
/// Sends traces and metrics to a collector from the moment it is made, when one is configured; what is left is sent when it is disposed. To be made before anything that
/// is traced and disposed after it, which a container does when it is the first that is asked for.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string DefaultServiceName = "briefingbot";

    /// <summary>The requests of the console and the API: a question's span would have no parent, and without a sampled one it would not be recorded.</summary>
    private const string WebRequests = "Microsoft.AspNetCore";

    /// <summary>How long the last export may take; a collector that is away must not hold up the end of a verb.</summary>
    private const int LastExportMilliseconds = 5000;

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    /// <summary>Begins to export when a collector is configured.</summary>
    public TelemetryExport(IOptions<TelemetryOptions> options)
    {
        var settings = options.Value;
        if (IsTrue("OTEL_SDK_DISABLED"))
        {
            return;
        }

        var resource = Resource(settings);
        if (IsWanted(settings, "TRACES"))
        {
            // Without it the host leaves its spans without method, path and status.
            AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Spans.SourceName, WebRequests)
                .AddProcessor(new ProbeFilter())
                .AddOtlpExporter(exporter => Configure(exporter, settings, "v1/traces"))
                .Build();
        }

        if (IsWanted(settings, "METRICS"))
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Metrics.MeterName)
                .AddOtlpExporter(exporter => Configure(exporter, settings, "v1/metrics"))
                .Build();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Parallel.Invoke(
            () =>
            {
                _traces?.Shutdown(LastExportMilliseconds);
                _traces?.Dispose();
            },
            () =>
            {
                _metrics?.Shutdown(LastExportMilliseconds);
                _metrics?.Dispose();
            });
    }

    private static bool IsWanted(TelemetryOptions settings, string signal) =>
        Variable($"OTEL_{signal}_EXPORTER") is null or "otlp"
        && (settings.OtlpEndpoint ?? Variable("OTEL_EXPORTER_OTLP_ENDPOINT") ?? Variable($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")) is not null;

    /// <summary>The environment names the service unless the settings do.</summary>
    private static ResourceBuilder Resource(TelemetryOptions settings)
    {
        string? version = typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var resource = ResourceBuilder.CreateEmpty().AddService(DefaultServiceName, serviceVersion: version).AddTelemetrySdk().AddEnvironmentVariableDetector();
        return settings.ServiceName is { } name ? resource.AddService(name, serviceVersion: version) : resource;
    }

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions settings, string path)
    {
        if (settings.Protocol is { } protocol)
        {
            exporter.Protocol = protocol == TelemetryOptions.HttpProtobuf ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        }

        if (settings.OtlpEndpoint is { } endpoint)
        {
            // The exporter appends the path to addresses from the environment only.
            exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.TrimEnd('/')}/{path}") : new Uri(endpoint);
        }
    }

    private static bool IsTrue(string variable) => string.Equals(Variable(variable), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
