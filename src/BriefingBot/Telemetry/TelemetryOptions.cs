namespace BriefingBot.Telemetry;

/// <summary>
/// Section <c>Telemetry</c>: where traces, metrics and logs go; nowhere by default. The standard variables <c>OTEL_*</c> count too, headers
/// with their secrets come from <c>OTEL_EXPORTER_OTLP_HEADERS</c> only.
/// </summary>
internal sealed class TelemetryOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>The protocol of port 4317.</summary>
    public const string Grpc = "grpc";

    /// <summary>The protocol of port 4318.</summary>
    public const string HttpProtobuf = "http/protobuf";

    /// <summary>
    /// The collector's address, such as <c>http://127.0.0.1:4317</c>; null: that of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and without it
    /// nothing is exported.
    /// </summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>
    /// <see cref="Grpc"/> or <see cref="HttpProtobuf"/>; null: that of <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, and without it gRPC.
    /// </summary>
    public string? Protocol { get; set; }

    /// <summary>The name of the service; null: that of <c>OTEL_SERVICE_NAME</c>, and without it <c>briefingbot</c>.</summary>
    public string? ServiceName { get; set; }
}
