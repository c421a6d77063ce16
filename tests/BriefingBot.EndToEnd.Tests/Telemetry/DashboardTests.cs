using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingBot.Core.Diagnostics;
using BriefingBot.EndToEnd.Tests.Architecture;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>Every series that the dashboard draws is one that the bot exports.</summary>
public sealed partial class DashboardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_metric_of_the_dashboard_is_exported()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(ProjectFile.FindRoot(), "deploy", "grafana-dashboard.json"), Cancel);
        using var dashboard = JsonDocument.Parse(text);
        string[] drawn =
        [
            .. Expressions(dashboard.RootElement)
                .SelectMany(static expression => Series.Matches(expression).Select(static series => series.Value))
                .Distinct(StringComparer.Ordinal),
        ];

        // What was measured in a run, and what is only measured when something fails or a model is used.
        var exported = (await RunAsync())
            .Concat(Declared())
            .SelectMany(static metric => metric.PrometheusNames)
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(drawn.Length > 20);
        string[] unknown = [.. drawn.Where(series => !exported.Contains(series))];
        Assert.True(
            unknown.Length == 0,
            $"Not exported: {string.Join(", ", unknown)}. Exported: {string.Join(", ", exported.Order(StringComparer.Ordinal))}."
        );
    }

    [Fact]
    public async Task The_tables_of_the_documentation_name_exactly_the_metrics_of_the_bot_itself()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(ProjectFile.FindRoot(), "docs", "telemetry.md"), Cancel);
        string[] documented =
        [
            .. text.Split('\n')
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(static line => Name.Matches(line.Split('|')[1]).Select(static name => name.Groups[1].Value)),
        ];

        var own = (await RunAsync())
            .Concat(Declared())
            .Select(static metric => metric.Name)
            .Where(static name =>
                name.StartsWith("briefingbot.", StringComparison.Ordinal) || name.StartsWith("gen_ai.", StringComparison.Ordinal)
            )
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(own.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyCollection<ExportedMetric>> RunAsync()
    {
        await using var sink = await OtlpSink.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["SLACK_BOT_TOKEN"] = "xoxb-none",
            ["SLACK_APP_TOKEN"] = "xapp-none",
            ["BRIEFINGBOT__Slack__ApiBaseUrl"] = "http://127.0.0.1:9/api/",
        };
        await using var server = await BotServer.StartAsync(environment, Cancel, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(Cancel);
        using var answer = await server.Client.PostAsJsonAsync(
            "api/ask",
            new { question = "Who did Foreign Minister Cho Tae-yul speak with by phone?" },
            Cancel
        );
        answer.EnsureSuccessStatusCode();
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (!sink.Metrics.ContainsKey("briefingbot.store.articles") || !sink.Metrics.ContainsKey("briefingbot.chat.platform.connected"))
        {
            await timer.WaitForNextTickAsync(Cancel);
        }

        await BotProcess.TerminateAsync(server.Process, Cancel);
        await server.Process.WaitForExitAsync(Cancel);
        return [.. sink.LastMetrics.Values];
    }

    private static List<ExportedMetric> Declared()
    {
        List<ExportedMetric> declared = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Metrics.MeterName)
                {
                    declared.Add(
                        new ExportedMetric(instrument.Name, instrument.Unit ?? "", KindOf(instrument), new Dictionary<string, double>())
                    );
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(Metrics).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(GenAiMetrics).TypeHandle);
        listener.Start();
        return declared;
    }

    private static MetricKind KindOf(Instrument instrument)
    {
        string type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal) ? MetricKind.Counter
            : MetricKind.Gauge;
    }

    private static IEnumerable<string> Expressions(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(static property =>
                    property is { Name: "expr" or "definition", Value.ValueKind: JsonValueKind.String }
                        ? [property.Value.GetString()!]
                        : Expressions(property.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
            _ => [],
        };

    /// <summary>A name before its labels, or alone in <c>label_values</c>.</summary>
    [GeneratedRegex(@"\b[a-z]+(?:_[a-z]+)+(?=\{)|(?<=label_values\()[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Series { get; }

    [GeneratedRegex("`([a-z_.]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }
}
