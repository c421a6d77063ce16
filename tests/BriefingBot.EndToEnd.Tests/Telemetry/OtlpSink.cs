using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>A collector on the loopback interface that takes OTLP over HTTP and over gRPC and keeps what it is sent.</summary>
public sealed class OtlpSink : IAsyncDisposable
{
    private const int GrpcHead = 5;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ExportedSpan> _spans = new();
    private readonly ConcurrentDictionary<string, ExportedMetric> _metrics = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ExportedLog> _logs = new();
    private readonly ConcurrentQueue<string> _headers = new();

    private OtlpSink(WebApplication app) => _app = app;

    /// <summary>Where OTLP over HTTP is taken.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Where OTLP over gRPC is taken.</summary>
    public string GrpcAddress => _app.Urls.Last();

    public IReadOnlyList<ExportedSpan> Spans => [.. _spans];

    /// <summary>Unit by name.</summary>
    public IReadOnlyDictionary<string, string> Metrics =>
        _metrics.ToDictionary(static metric => metric.Key, static metric => metric.Value.Unit, StringComparer.Ordinal);

    /// <summary>The last of each name.</summary>
    public IReadOnlyDictionary<string, ExportedMetric> LastMetrics => _metrics;

    public IReadOnlyList<ExportedLog> Logs => [.. _logs];

    /// <summary>The values of the header <c>x-collector-key</c>.</summary>
    public IReadOnlyList<string> Keys => [.. _headers];

    public static async Task<OtlpSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, static port => port.Protocols = HttpProtocols.Http2);
        });
        OtlpSink sink = new(builder.Build());
        sink._app.MapPost("/v1/traces", context => sink.TakeAsync(context, sink.AddSpans));
        sink._app.MapPost("/v1/metrics", context => sink.TakeAsync(context, sink.AddMetrics));
        sink._app.MapPost("/v1/logs", context => sink.TakeAsync(context, sink.AddLogs));
        sink._app.MapPost(
            "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
            context => sink.TakeGrpcAsync(context, sink.AddLogs)
        );
        sink._app.MapPost(
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
            context => sink.TakeGrpcAsync(context, sink.AddSpans)
        );
        sink._app.MapPost(
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
            context => sink.TakeGrpcAsync(context, sink.AddMetrics)
        );
        await sink._app.StartAsync(TestContext.Current.CancellationToken);
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, Action<ReadOnlyMemory<byte>> add)
    {
        add(await ReadAsync(context));
        context.Response.ContentType = "application/x-protobuf";
    }

    /// <summary>A gRPC message is a byte for its compression, four for its length, and the message; so is the empty answer.</summary>
    private async Task TakeGrpcAsync(HttpContext context, Action<ReadOnlyMemory<byte>> add)
    {
        add((await ReadAsync(context))[GrpcHead..]);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[GrpcHead], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _headers.Enqueue(context.Request.Headers["x-collector-key"].ToString());
        return body.ToArray();
    }

    /// <summary>ExportTraceServiceRequest: resource_spans = 1 { resource = 1, scope_spans = 2 { spans = 2 } }.</summary>
    private void AddSpans(ReadOnlyMemory<byte> request)
    {
        foreach (var resource in WireField.Read(request).Where(static field => field.Number == 1))
        {
            string service = resource
                .Fields.Where(static field => field.Number == 1)
                .Select(static field => Attributes(field, 1)["service.name"])
                .Single();
            foreach (
                var span in resource
                    .Fields.Where(static field => field.Number == 2)
                    .SelectMany(static scope => scope.Fields)
                    .Where(static field => field.Number == 2)
            )
            {
                _spans.Enqueue(
                    new ExportedSpan(
                        service,
                        Hex(span, 1),
                        Hex(span, 2),
                        Hex(span, 4),
                        span.Fields.Single(static field => field.Number == 5).Text,
                        Attributes(span, 9)
                    )
                );
            }
        }
    }

    /// <summary>
    /// ExportLogsServiceRequest: resource_logs = 1 { resource = 1, scope_logs = 2 { log_records = 2 { severity_text = 3, body = 5 {
    /// string_value = 1 } } } }.
    /// </summary>
    private void AddLogs(ReadOnlyMemory<byte> request)
    {
        foreach (var resource in WireField.Read(request).Where(static field => field.Number == 1))
        {
            string service = resource
                .Fields.Where(static field => field.Number == 1)
                .Select(static field => Attributes(field, 1)["service.name"])
                .Single();
            foreach (
                var log in resource
                    .Fields.Where(static field => field.Number == 2)
                    .SelectMany(static scope => scope.Fields)
                    .Where(static field => field.Number == 2)
            )
            {
                _logs.Enqueue(
                    new ExportedLog(
                        service,
                        log.Fields.FirstOrDefault(static field => field.Number == 3).Text,
                        log.Fields.Single(static field => field.Number == 5).Fields[0].Text
                    )
                );
            }
        }
    }

    /// <summary>
    /// ExportMetricsServiceRequest: resource_metrics = 1 { scope_metrics = 2 { metrics = 2 { name = 1, unit = 3, gauge = 5 | sum = 7 {
    /// is_monotonic = 3 } | histogram = 9 { data_points = 1 } } } }; a data point is { as_double = 4, as_int = 6, attributes = 7 }, both of
    /// eight bytes.
    /// </summary>
    private void AddMetrics(ReadOnlyMemory<byte> request)
    {
        var metrics = WireField
            .Read(request)
            .Where(static field => field.Number == 1)
            .SelectMany(static resource => resource.Fields)
            .Where(static field => field.Number == 2)
            .SelectMany(static scope => scope.Fields)
            .Where(static field => field.Number == 2);
        foreach (var metric in metrics)
        {
            string name = metric.Fields.Single(static field => field.Number == 1).Text;
            var data = metric.Fields.Single(static field => field.Number is 5 or 7 or 9);
            var kind = data.Number switch
            {
                7 when data.Fields.Any(static field => field is { Number: 3, Value: 1 }) => MetricKind.Counter,
                9 => MetricKind.Histogram,
                _ => MetricKind.Gauge,
            };
            var points =
                data.Number == 9
                    ? []
                    : data
                        .Fields.Where(static field => field.Number == 1)
                        .ToDictionary(
                            static point => string.Join(',', Attributes(point, 7).Select(static tag => $"{tag.Key}={tag.Value}")),
                            static point =>
                                point
                                    .Fields.Where(static field => field.Number is 4 or 6)
                                    .Select(static field =>
                                        field.Number == 4 ? BitConverter.UInt64BitsToDouble(field.Value) : (long)field.Value
                                    )
                                    .Single(),
                            StringComparer.Ordinal
                        );
            _metrics[name] = new ExportedMetric(name, metric.Fields.FirstOrDefault(static field => field.Number == 3).Text, kind, points);
        }
    }

    private static string Hex(WireField message, int number) =>
        Convert.ToHexStringLower(message.Fields.FirstOrDefault(field => field.Number == number).Bytes.Span);

    /// <summary>
    /// KeyValue { key = 1, value = 2 { string_value = 1, bool_value = 2, int_value = 3, double_value = 4, array_value = 5 } }.
    /// </summary>
    private static Dictionary<string, string> Attributes(WireField message, int number) =>
        message
            .Fields.Where(field => field.Number == number)
            .Select(static field => field.Fields)
            .ToDictionary(
                static pair => pair.Single(static field => field.Number == 1).Text,
                static pair => pair.Single(static field => field.Number == 2).Fields.Select(Text).FirstOrDefault(""),
                StringComparer.Ordinal
            );

    private static string Text(WireField value) =>
        value.Number switch
        {
            1 => value.Text,
            3 => ((long)value.Value).ToString(CultureInfo.InvariantCulture),
            4 => BitConverter.UInt64BitsToDouble(value.Value).ToString(CultureInfo.InvariantCulture),
            5 => string.Join(',', value.Fields.Select(static item => item.Fields[0].Text)),
            _ => value.Value.ToString(CultureInfo.InvariantCulture),
        };
}
