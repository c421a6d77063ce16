namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>How a metric is read.</summary>
public enum MetricKind
{
    /// <summary>As it stands.</summary>
    Gauge,

    /// <summary>It only grows.</summary>
    Counter,

    /// <summary>By its buckets.</summary>
    Histogram,
}
