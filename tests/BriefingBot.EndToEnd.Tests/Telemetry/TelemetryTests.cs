using System.Net.Http.Json;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;

namespace BriefingBot.EndToEnd.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone?";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_on_the_command_line_leaves_a_trace_of_its_stages_and_the_call_of_the_model_and_metrics()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var model = await FakeModel.StartAsync(cancellationToken: Cancel);
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(
            folder.Path,
            new Dictionary<string, string>(Model(model))
            {
                ["BRIEFINGBOT__Telemetry__OtlpEndpoint"] = sink.Address,
                ["BRIEFINGBOT__Telemetry__Protocol"] = "http/protobuf",
                ["BRIEFINGBOT__Telemetry__ServiceName"] = "newsroom-bot",
                ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-collector-key=tell-no-one",
            },
            "ask",
            Question,
            "--coverage",
            SampleBot.Seeds
        );

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("tell-no-one", result.Error, StringComparison.Ordinal);
        Assert.All(sink.Keys, static key => Assert.Equal("tell-no-one", key));
        var turn = Assert.Single(sink.Spans, static span => span.Name == "briefingbot.turn");
        var stages = sink.Spans.Where(span => span.Parent == turn.Id).ToList();
        Assert.Equal(
            ["briefingbot.composing", "briefingbot.question", "briefingbot.retrieval", "briefingbot.writing"],
            stages.Select(static span => span.Name).Order(StringComparer.Ordinal)
        );
        var call = Assert.Single(sink.Spans, static span => span.Name == "chat fake-writer");
        Assert.Equal(Assert.Single(stages, static span => span.Name == "briefingbot.writing").Id, call.Parent);
        Assert.Equal("openai", call.Attributes["gen_ai.provider.name"]);
        Assert.Equal("stop", call.Attributes["gen_ai.response.finish_reasons"]);
        Assert.True(int.Parse(call.Attributes["gen_ai.usage.input_tokens"]) > 100);
        Assert.Equal(model.BaseAddress.Port.ToString(), call.Attributes["server.port"]);
        var request = Assert.Single(sink.Spans, span => span.Parent == call.Id);
        Assert.Equal(
            (model.OpenAiAddress.GetLeftPart(UriPartial.Authority), "200"),
            (request.Attributes["url.full"], request.Attributes["http.response.status_code"])
        );
        Assert.All(
            sink.Spans,
            span =>
            {
                Assert.Equal(("newsroom-bot", turn.Trace), (span.Service, span.Trace));
                Assert.DoesNotContain(span.Attributes.Values, static value => value.Contains("Cho", StringComparison.Ordinal));
            }
        );
        Assert.Equal("s", sink.Metrics["gen_ai.client.operation.duration"]);
        Assert.Equal("s", sink.Metrics["gen_ai.client.operation.time_to_first_chunk"]);
        Assert.Equal("{token}", sink.Metrics["gen_ai.client.token.usage"]);
        Assert.Contains("briefingbot.questions", sink.Metrics);
        Assert.Contains("briefingbot.answers", sink.Metrics);
        Assert.Contains("briefingbot.question.duration", sink.Metrics);
        Assert.Contains("briefingbot.model.tokens", sink.Metrics);
    }

    [Fact]
    public async Task A_request_to_the_console_is_the_root_of_its_trace_probes_are_none_and_a_signal_sends_what_is_left()
    {
        await using var sink = await OtlpSink.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using var server = await BotServer.StartAsync(environment, Cancel, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(Cancel);
        using var answer = await server.Client.PostAsJsonAsync("api/ask", new { question = Question }, Cancel);
        answer.EnsureSuccessStatusCode();

        await BotProcess.TerminateAsync(server.Process, Cancel);
        await server.Process.WaitForExitAsync(Cancel);

        Assert.Equal(0, server.Process.ExitCode);
        var turn = Assert.Single(sink.Spans, static span => span.Name == "briefingbot.turn");
        var request = Assert.Single(sink.Spans, span => span.Id == turn.Parent);
        Assert.Equal(("briefingbot", "", "/api/ask"), (request.Service, request.Parent, request.Attributes["url.path"]));
        Assert.DoesNotContain(sink.Spans, static span => span.Attributes.GetValueOrDefault("url.path") == "/readyz");
        Assert.Equal("/api/ask", request.Attributes["http.route"]);
        Assert.Contains("briefingbot.answers", sink.Metrics);
    }

    [Fact]
    public async Task A_running_bot_exports_what_waits_what_it_holds_how_the_process_does_and_its_log()
    {
        await using var sink = await OtlpSink.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["BRIEFINGBOT__Telemetry__OtlpEndpoint"] = sink.GrpcAddress,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=desk-1",
        };
        await BotProcess.RunAsync(
            "sources",
            "add",
            "http://127.0.0.1:9/feed.xml",
            "--name",
            "dead",
            "--allow-private",
            "--data",
            folder["data"]
        );
        await using var server = await BotServer.StartAsync(environment, Cancel, "--coverage", SampleBot.Seeds, "--data", folder["data"]);
        await server.WaitUntilReadyAsync(Cancel);

        await WaitAsync(() => Value("briefingbot.store.articles") == 5 && Value("briefingbot.sources.failing") == 1);

        Assert.Equal((0, 0), (Value("briefingbot.chat.questions.waiting"), Value("briefingbot.chat.deliveries.waiting")));
        Assert.InRange(Value("briefingbot.store.passages"), 5, 1000);
        Assert.InRange(Value("briefingbot.store.size"), 10_000, 100_000_000);
        Assert.Equal((0, 0), (Value("briefingbot.index.running"), sink.LastMetrics["briefingbot.lease.held"].Points["lease=index"]));
        Assert.Contains("dotnet.process.memory.working_set", sink.Metrics);
        Assert.Contains(
            sink.Logs,
            static log =>
                log is { Service: "briefingbot", Severity: "Information" }
                && log.Body.StartsWith("Opened the store", StringComparison.Ordinal)
        );

        double Value(string name) =>
            sink.LastMetrics.TryGetValue(name, out var metric) ? metric.Points.Values.DefaultIfEmpty(-1).Single() : -1;
    }

    [Fact]
    public async Task Without_a_protocol_it_goes_by_gRPC_and_the_environment_may_name_the_service()
    {
        await using var sink = await OtlpSink.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["BRIEFINGBOT__Telemetry__OtlpEndpoint"] = sink.GrpcAddress,
            ["OTEL_SERVICE_NAME"] = "night-desk",
        };

        var result = await BotProcess.RunInAsync(folder.Path, environment, "ask", Question, "--coverage", SampleBot.Seeds);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("night-desk", Assert.Single(sink.Spans, static span => span.Name == "briefingbot.turn").Service);
        Assert.Contains("briefingbot.answers", sink.Metrics);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_costs_a_verb_little_and_no_words()
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new() { ["BRIEFINGBOT__Telemetry__OtlpEndpoint"] = "http://127.0.0.1:9" };

        var result = await BotProcess.RunInAsync(folder.Path, environment, "ask", Question, "--json", "--coverage", SampleBot.Seeds);

        Assert.Equal(0, result.ExitCode);
        Assert.False(result.Json.GetProperty("abstained").GetBoolean());
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("OTEL_SDK_DISABLED", "true")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    public async Task Without_a_collector_or_when_it_is_turned_off_nothing_leaves(string variable, string value)
    {
        await using var sink = await OtlpSink.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            [variable] = value,
        };

        var result = await BotProcess.RunInAsync(folder.Path, environment, "ask", Question, "--coverage", SampleBot.Seeds);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(sink.Spans);
        Assert.Empty(sink.Metrics);
        Assert.Empty(sink.Logs);
    }

    [Theory]
    [InlineData("OtlpEndpoint", "collector:4317", "Telemetry:OtlpEndpoint")]
    [InlineData("Protocol", "json", "Telemetry:Protocol is 'json'")]
    [InlineData("Endpoint", "http://127.0.0.1:4317", "'Endpoint'")]
    public async Task A_wrong_setting_is_named_and_ends_with_2(string key, string value, string said)
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(
            folder.Path,
            new Dictionary<string, string> { [$"BRIEFINGBOT__Telemetry__{key}"] = value },
            "index"
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (!condition())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static Dictionary<string, string> Model(FakeModel model) =>
        new()
        {
            ["BRIEFINGBOT__Model__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Model__BaseUrl"] = model.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Model__Model"] = "fake-writer",
        };
}
