using System.Numerics.Tensors;
using System.Text.Json.Nodes;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders.Server;
using BriefingBot.Inference.Tests.Models;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Inference.Tests.Encoders;

public sealed class ServerEncoderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_become_vectors_of_unit_length_in_their_order_over_several_requests()
    {
        await using var server = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = EncoderHarness.Key }, Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress, static options => options.BatchSize = 2);

        float[][] vectors = await encoder.EncodeAsync(
            isIndexing: true,
            "a ferry to the island",
            "",
            "grain prices fell",
            "  ",
            "the ferries to that island"
        );

        Assert.Equal([256, 0, 256, 0, 256], vectors.Select(static vector => vector.Length));
        Assert.All(
            vectors.Where(static vector => vector.Length > 0),
            static vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 4)
        );
        Assert.True(TensorPrimitives.CosineSimilarity<float>(vectors[0], vectors[4]) > 0.9);
        Assert.True(TensorPrimitives.CosineSimilarity<float>(vectors[0], vectors[2]) < 0.3);
        Assert.Equal((2, 3), (server.Record.Counters.EmbeddingRequests, server.Record.Counters.EmbeddedTexts));
        Assert.Equal(new EncoderIdentity("openai/e", 256), encoder.Identity);
    }

    [Fact]
    public async Task Nothing_to_encode_asks_nobody()
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress);

        Assert.Empty(await encoder.EncodeAsync(isIndexing: true));
        Assert.Equal(
            [
                [],
            ],
            await encoder.EncodeAsync(isIndexing: false, " ")
        );
        Assert.Empty(server.Record.Exchanges);
    }

    [Fact]
    public async Task Numbers_in_lists_any_order_and_any_length_are_read()
    {
        await using var server = await OddServer.StartAsync(static (context, _, _) => AnswerAsync(context, (1, [0, 3]), (0, [-2, 0])));
        await using EncoderHarness encoder = new(server.Address, static options => options.Dimensions = 2);

        Assert.Equal(
            [
                [-1, 0],
                [0, 1],
            ],
            await encoder.EncodeAsync(isIndexing: true, "first", "second")
        );
    }

    [Theory]
    [InlineData("[[0,[1,2]]]", "gave 1 vectors for 2 texts")]
    [InlineData("[[0,[1,2]],[0,[1,2]]]", "gave a vector for text 0 of 2")]
    [InlineData("[[0,[1,2]],[7,[1,2]]]", "gave a vector for text 7 of 2")]
    [InlineData("[[0,[0,0]],[1,[1,2]]]", "without a direction")]
    [InlineData(
        "[[0,[1,2,3]],[1,[1,2,3]]]",
        "makes vectors of 3 numbers with 'e', not of 2. Set Encoder:Dimensions to 3, or Encoder:Shorten"
    )]
    public async Task Vectors_that_cannot_be_right_are_refused(string answer, string said)
    {
        var items = JsonNode
            .Parse(answer)!
            .AsArray()
            .Select(static item => ((int)item![0]!, item[1]!.AsArray().Select(static number => (float)number!).ToArray()))
            .ToArray();
        await using var server = await OddServer.StartAsync((context, _, _) => AnswerAsync(context, items));
        await using EncoderHarness encoder = new(server.Address, static options => options.Dimensions = 2);

        var failure = await Assert.ThrowsAsync<EncoderException>(() => encoder.EncodeAsync(isIndexing: true, "first", "second"));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Bodies);
    }

    [Fact]
    public async Task Only_when_told_to_the_server_is_asked_for_shorter_vectors()
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness shortened = new(
            server.OpenAiAddress,
            static options => (options.Dimensions, options.Shorten) = (64, true)
        );
        await using EncoderHarness plain = new(server.OpenAiAddress);

        Assert.Equal(64, (await shortened.EncodeAsync(isIndexing: false, "ferry"))[0].Length);
        Assert.Equal(256, (await plain.EncodeAsync(isIndexing: false, "ferry"))[0].Length);

        Assert.Equal([64, null], server.Record.Exchanges.Select(static exchange => (int?)exchange.Body!["dimensions"]));
    }

    [Fact]
    public async Task Questions_and_passages_get_their_own_prefixes_and_that_of_passages_makes_another_encoder()
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(
            server.OpenAiAddress,
            static options => (options.QuestionPrefix, options.PassagePrefix) = ("search_query: ", "search_document: ")
        );

        await encoder.EncodeAsync(isIndexing: true, "a ferry");
        await encoder.EncodeAsync(isIndexing: false, "a ferry");

        Assert.Equal(
            ["search_document: a ferry", "search_query: a ferry"],
            server.Record.Exchanges.Select(static exchange => (string?)exchange.Body!["input"]![0])
        );
        Assert.Matches("^openai/e\\+[0-9a-f]{8}$", encoder.Identity.Name);
    }

    [Fact]
    public async Task An_index_run_waits_as_long_as_the_server_asks_and_goes_on()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress, clock: clock);
        server.Faults.Add(new ModelFault(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(20) });
        server.Faults.Add(new ModelFault(ModelFaultKind.ErrorStatus) { Status = 503 });
        server.Faults.Add(ModelFaultKind.DropTcp);

        var run = encoder.EncodeAsync(isIndexing: true, "a ferry");
        await encoder.Log.WaitForAsync("Trying again in 20 s (1 of 7)", Cancel);
        clock.Advance(TimeSpan.FromSeconds(20));
        await encoder.Log.WaitForAsync("Trying again in 2 s (2 of 7)", Cancel);
        clock.Advance(TimeSpan.FromSeconds(2));
        await encoder.Log.WaitForAsync("Trying again in 4 s (3 of 7)", Cancel);
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(256, (await run)[0].Length);
        Assert.Equal(4, server.Record.Exchanges.Count);
    }

    [Fact]
    public async Task An_index_run_gives_up_in_the_end_and_says_that_it_can_go_on_later()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress, clock: clock);
        server.Faults.Add(ModelFaultKind.ErrorStatus, times: 100);

        var run = encoder.EncodeAsync(isIndexing: true, "a ferry");
        for (int i = 1; i <= ServerEncoder.Pauses.Count; i++)
        {
            await encoder.Log.WaitForAsync($"({i} of {ServerEncoder.Pauses.Count})", Cancel);
            clock.Advance(ServerEncoder.Pauses[i - 1]);
        }

        var failure = await Assert.ThrowsAsync<EncoderException>(() => run);
        Assert.Contains("failed (503", failure.Message, StringComparison.Ordinal);
        Assert.Contains("index again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ServerEncoder.Pauses.Count + 1, server.Record.Exchanges.Count);
    }

    [Theory]
    [InlineData(ModelFaultKind.OutOfQuota, "no quota left")]
    [InlineData(ModelFaultKind.HtmlPage, "web page")]
    [InlineData(ModelFaultKind.MalformedJson, "not its protocol")]
    public async Task What_waiting_does_not_mend_ends_an_index_run_at_once(ModelFaultKind kind, string said)
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress);
        server.Faults.Add(kind);

        var failure = await Assert.ThrowsAsync<EncoderException>(() => encoder.EncodeAsync(isIndexing: true, "a ferry"));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Record.Exchanges);
    }

    [Fact]
    public async Task A_wrong_key_is_told_without_the_key()
    {
        await using var server = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = "another" }, Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress);

        var failure = await Assert.ThrowsAsync<EncoderException>(() => encoder.EncodeAsync(isIndexing: true, "a ferry"));

        Assert.Contains(
            "refused the key (401). Put a valid one into Encoder:ApiKey, Encoder:ApiKeyFile or BRIEFINGBOT_ENCODER_API_KEY",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(EncoderHarness.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.All(encoder.Log.All, static line => Assert.DoesNotContain(EncoderHarness.Key, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_does_not_wait_and_after_some_failures_the_server_is_left_alone()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress, clock: clock);
        server.Faults.Add(ModelFaultKind.ErrorStatus, times: 3);
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<EncoderException>(() => encoder.EncodeAsync(isIndexing: false, "Which ferry?"));
        }

        var spared = await Assert.ThrowsAsync<EncoderException>(() => encoder.EncodeAsync(isIndexing: false, "Which ferry?"));

        Assert.Contains("is not asked", spared.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Record.Exchanges.Count);
        Assert.Equal(3, encoder.Log.All.Count(static line => line.Contains("by words only", StringComparison.Ordinal)));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(256, (await encoder.EncodeAsync(isIndexing: false, "Which ferry?"))[0].Length);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_the_configured_time()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch);
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress, clock: clock);
        server.Faults.Add(ModelFaultKind.NeverAnswers);

        var call = encoder.EncodeAsync(isIndexing: false, "Which ferry?");
        await server.Record.WaitForExchangeAsync(static exchange => exchange.Fault is not null, cancellationToken: Cancel);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains("within 10 s", (await Assert.ThrowsAsync<EncoderException>(() => call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_has_its_own_way()
    {
        await using var server = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = EncoderHarness.Key }, Cancel);
        await using EncoderHarness encoder = new(new Uri($"{server.BaseAddress}openai/deployments/vectors?api-version=2024-10-21"));

        Assert.Equal(256, (await encoder.EncodeAsync(isIndexing: false, "ferry"))[0].Length);
        Assert.Equal("/openai/deployments/vectors/embeddings?api-version=2024-10-21", Assert.Single(server.Record.Exchanges).Path);
    }

    [Fact]
    public async Task A_request_has_a_span_and_its_metrics()
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        await using EncoderHarness encoder = new(server.OpenAiAddress);
        using RecordedTelemetry telemetry = new(server.BaseAddress.Port);

        await encoder.EncodeAsync(isIndexing: false, "ferry");

        var span = Assert.Single(telemetry.Recorded);
        Assert.Equal("embeddings e", span.DisplayName);
        Assert.Equal("embeddings", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(256, span.GetTagItem("gen_ai.embeddings.dimension.count"));
        Assert.Equal(1L, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal("input", Assert.Single(telemetry.Of("gen_ai.client.token.usage")).Tags["gen_ai.token.type"]);
        Assert.Single(telemetry.Of("gen_ai.client.operation.duration"));
        Assert.Equal(ModelRoute.Embeddings, Assert.Single(server.Record.Exchanges).Route);
    }

    private static Task AnswerAsync(HttpContext context, params (int Index, float[] Vector)[] items)
    {
        context.Response.ContentType = "application/json";
        JsonObject answer = new()
        {
            ["object"] = "list",
            ["model"] = "odd",
            ["data"] = new JsonArray([
                .. items.Select(static item => new JsonObject
                {
                    ["object"] = "embedding",
                    ["index"] = item.Index,
                    ["embedding"] = new JsonArray([.. item.Vector.Select(static number => JsonValue.Create(number))]),
                }),
            ]),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 2, ["total_tokens"] = 2 },
        };
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
