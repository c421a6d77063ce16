using System.Collections;
using System.Reflection;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Web.Api;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BriefingBot.Telemetry;

/// <summary>
/// Puts the export of traces, metrics and logs into a service collection, for each signal that has a collector. Without one nothing is
/// listened to and nothing is sent.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>What PostgreSQL's driver calls its spans and its metrics of the pool; its statements hold no values.</summary>
    private const string DatabaseDriver = "Npgsql";

    private const string DefaultServiceName = "briefingbot";
    private const string VariablePrefix = "OTEL_";

    /// <summary>Adds it; <see cref="TelemetryExport"/> starts it.</summary>
    /// <param name="services">The collection, with logging.</param>
    /// <param name="settings">All settings; a wrong one is said by the validator of <see cref="TelemetryOptions"/>.</param>
    /// <param name="isHost">Measure the web host and this process too.</param>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings, bool isHost)
    {
        services.AddSingleton<TelemetryExport>();
        TelemetryOptions options = new();
        settings.GetSection(TelemetryOptions.Section).Bind(options);
        if (string.Equals(Variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (IsWanted(options, TelemetrySignal.Traces))
        {
            services
                .AddOpenTelemetry()
                .ConfigureResource(resource => Describe(resource, options))
                .WithTracing(traces => AddTraces(traces, options, isHost));
        }

        if (IsWanted(options, TelemetrySignal.Metrics))
        {
            services
                .AddOpenTelemetry()
                .ConfigureResource(resource => Describe(resource, options))
                .WithMetrics(metrics => AddMetrics(metrics, options, isHost));
            if (isHost)
            {
                services.AddHostedService<HostGauges>();
            }
        }

        if (IsWanted(options, TelemetrySignal.Logs))
        {
            services
                .AddOpenTelemetry()
                .ConfigureResource(resource => Describe(resource, options))
                .WithLogging(
                    logs => logs.AddOtlpExporter(exporter => Configure(exporter, options, "v1/logs")),
                    static logger => logger.IncludeFormattedMessage = true
                );
        }
    }

    /// <summary>The standard variables, for a configuration that has not all of the environment: the SDK reads them there.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Where(static variable => ((string)variable.Key).StartsWith(VariablePrefix, StringComparison.Ordinal))
            .Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value));

    private static void AddTraces(TracerProviderBuilder traces, TelemetryOptions options, bool isHost)
    {
        traces.AddSource(Spans.SourceName, DatabaseDriver).AddHttpClientInstrumentation();
        if (isHost)
        {
            // Probes come every few seconds and say nothing.
            traces.AddAspNetCoreInstrumentation(static web => web.Filter = static context => !ProbeEndpoints.IsProbe(context.Request.Path));
        }

        traces.AddProcessor(new AddressRedaction()).AddOtlpExporter(exporter => Configure(exporter, options, "v1/traces"));
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetryOptions options, bool isHost)
    {
        metrics.AddMeter(Metrics.MeterName, DatabaseDriver).AddHttpClientInstrumentation();
        if (isHost)
        {
            metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
        }

        metrics.AddOtlpExporter(exporter => Configure(exporter, options, "v1/metrics"));
    }

    private static bool IsWanted(TelemetryOptions options, TelemetrySignal signal)
    {
        string name = signal.ToString().ToUpperInvariant();
        return Variable($"OTEL_{name}_EXPORTER") is null or "otlp"
            && (options.OtlpEndpoint ?? Variable("OTEL_EXPORTER_OTLP_ENDPOINT") ?? Variable($"OTEL_EXPORTER_OTLP_{name}_ENDPOINT"))
                is not null;
    }

    /// <summary>The environment names the service unless the settings do.</summary>
    private static void Describe(ResourceBuilder resource, TelemetryOptions options)
    {
        string? version = typeof(TelemetryRegistration)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        resource.Clear().AddService(DefaultServiceName, serviceVersion: version).AddTelemetrySdk().AddEnvironmentVariableDetector();
        if (options.ServiceName is { } name)
        {
            resource.AddService(name, serviceVersion: version);
        }
    }

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        if (options.Protocol is { } protocol)
        {
            exporter.Protocol = protocol == TelemetryOptions.HttpProtobuf ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        }

        if (options.OtlpEndpoint is { } endpoint)
        {
            // The exporter appends the path to addresses from the environment only.
            exporter.Endpoint =
                exporter.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.TrimEnd('/')}/{path}") : new Uri(endpoint);
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
