using System.Diagnostics;
using System.Diagnostics.Metrics;
using BriefingBot.Core.Answering.Models;
using BriefingBot.TestServers.Models.Faults;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Models;

public sealed class CallTelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelProvider.OpenAI, "openai", "stop")]
    [InlineData(ModelProvider.Anthropic, "anthropic", "stop")]
    [InlineData(ModelProvider.Ollama, "ollama", "stop")]
    public async Task A_streamed_call_has_one_client_span_by_the_conventions_and_no_words_in_it(
        ModelProvider provider,
        string name,
        string finish
    )
    {
        await using var bot = await ModelHarness.StartAsync(provider);
        using RecordedTelemetry telemetry = new(bot.Model.BaseAddress.Port);

        await bot.StreamAsync(new ChatOptions { Temperature = 0.2f, MaxOutputTokens = 50 });

        var span = Assert.Single(telemetry.Recorded);
        var exchange = Assert.Single(bot.Model.Record.Exchanges);
        Assert.Equal(("chat m", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(name, span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("m", span.GetTagItem("gen_ai.request.model"));
        Assert.Equal(50, span.GetTagItem("gen_ai.request.max_tokens"));
        Assert.Equal(provider == ModelProvider.Anthropic ? null : 0.2, span.GetTagItem("gen_ai.request.temperature"));
        Assert.Equal(true, span.GetTagItem("gen_ai.request.stream"));
        Assert.Equal("m", span.GetTagItem("gen_ai.response.model"));
        if (provider != ModelProvider.Ollama)
        {
            // Ollama's answers have no ids.
            Assert.Contains(exchange.Id, (string?)span.GetTagItem("gen_ai.response.id"), StringComparison.Ordinal);
        }

        Assert.Equal([finish], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.Equal((long)exchange.InputTokens, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(6L, span.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal("127.0.0.1", span.GetTagItem("server.address"));
        Assert.Null(span.GetTagItem("error.type"));
        Assert.DoesNotContain(
            span.TagObjects,
            static tag =>
                $"{tag.Value}".Contains("two", StringComparison.Ordinal) || $"{tag.Value}".Contains("passages", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(span.TagObjects, static tag => $"{tag.Value}".Contains(ModelHarness.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tokens_duration_and_first_piece_are_measured_in_the_buckets_of_the_conventions()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        using RecordedTelemetry telemetry = new(bot.Model.BaseAddress.Port);

        await bot.StreamAsync();
        await bot.AnswerAsync();

        Assert.Equal(2, telemetry.Of("gen_ai.client.operation.duration").Count);
        var first = Assert.Single(telemetry.Of("gen_ai.client.operation.time_to_first_chunk"));
        Assert.True(first.Value > 0 && first.Value <= telemetry.Of("gen_ai.client.operation.duration")[0].Value);
        var tokens = telemetry.Of("gen_ai.client.token.usage");
        Assert.Equal(["input", "output", "input", "output"], tokens.Select(static measured => measured.Tags["gen_ai.token.type"]));
        Assert.Equal(6, tokens[1].Value);
        Assert.All(
            tokens,
            static measured =>
                Assert.Equal(
                    ("chat", "openai", "m", "m"),
                    (
                        measured.Tags["gen_ai.operation.name"],
                        measured.Tags["gen_ai.provider.name"],
                        measured.Tags["gen_ai.request.model"],
                        measured.Tags["gen_ai.response.model"]
                    )
                )
        );
        Assert.Equal("{token}", tokens[0].Instrument.Unit);
        Assert.Equal(67108864, ((Histogram<long>)tokens[0].Instrument).Advice!.HistogramBucketBoundaries![^1]);
        Assert.Equal(81.92, ((Histogram<double>)first.Instrument).Advice!.HistogramBucketBoundaries![^1]);
    }

    [Theory]
    [InlineData(ModelFaultKind.RateLimit, "429")]
    [InlineData(ModelFaultKind.CutStream, "cut_off")]
    [InlineData(ModelFaultKind.HtmlPage, "cut_off")]
    [InlineData(ModelFaultKind.Refuses, "unavailable")]
    public async Task A_failure_is_told_by_its_type(ModelFaultKind kind, string type)
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        using RecordedTelemetry telemetry = new(bot.Model.BaseAddress.Port);
        bot.Break(kind);

        var outcome = await bot.StreamAsync();

        var span = Assert.Single(telemetry.Recorded);
        Assert.Equal((ActivityStatusCode.Error, outcome.Failure!.Message), (span.Status, span.StatusDescription));
        Assert.Equal(type, span.GetTagItem("error.type"));
        Assert.Equal(type, Assert.Single(telemetry.Of("gen_ai.client.operation.duration")).Tags["error.type"]);
    }

    [Fact]
    public async Task A_call_that_was_not_made_has_no_span()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(60) });
        await bot.StreamAsync();
        using RecordedTelemetry telemetry = new(bot.Model.BaseAddress.Port);

        Assert.NotNull((await bot.StreamAsync()).Failure);

        Assert.Empty(telemetry.Recorded);
        Assert.Empty(telemetry.Of("gen_ai.client.operation.duration"));
    }

    [Fact]
    public async Task A_reader_who_leaves_early_ends_the_span_without_an_error()
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.Anthropic);
        using RecordedTelemetry telemetry = new(bot.Model.BaseAddress.Port);

        await foreach (var update in bot.Client.GetStreamingResponseAsync(ModelHarness.Ask, cancellationToken: Cancel))
        {
            if (update.Text.Length > 0)
            {
                break;
            }
        }

        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(telemetry.Recorded).Status);
        Assert.Single(telemetry.Of("gen_ai.client.operation.time_to_first_chunk"));
    }
}
