using System.Text.RegularExpressions;

namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>A metric as it arrived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Points">Values by attributes, as <c>lease=index</c>; none of a histogram.</param>
public sealed partial record ExportedMetric(string Name, string Unit, MetricKind Kind, IReadOnlyDictionary<string, double> Points)
{
    /// <summary>
    /// What Prometheus calls its series, by the rules of
    /// https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/.
    /// </summary>
    public IEnumerable<string> PrometheusNames
    {
        get
        {
            string unit = Unit switch
            {
                "s" => "_seconds",
                "By" => "_bytes",
                "1" when Kind == MetricKind.Gauge => "_ratio",
                _ => "",
            };
            string name = NoLetter.Replace(Name, "_") + unit;
            return Kind switch
            {
                MetricKind.Counter => [$"{name}_total"],
                MetricKind.Histogram => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
                _ => [name],
            };
        }
    }

    [GeneratedRegex("[^a-zA-Z0-9_:]+", RegexOptions.NonBacktracking)]
    private static partial Regex NoLetter { get; }
}
