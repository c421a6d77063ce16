using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.TestServers;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Models;

public sealed class OddServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """{"error":{"message":"Unsupported value: 'temperature' does not support 0.2 with this model.","param":"temperature","code":"unsupported_value"}}"""
    )]
    [InlineData("""{"error":{"message":"temperature is not supported by this model"}}""")]
    public async Task A_temperature_that_is_refused_is_left_out_from_then_on(string refusal)
    {
        await using var server = await OddServer.StartAsync(
            (context, body, _) =>
                body.ContainsKey("temperature") ? OddServer.FailAsync(context, 400, refusal) : OddServer.CompleteAsync(context, "Done.")
        );
        await using var bot = await StartAsync(server);

        for (int i = 0; i < 2; i++)
        {
            var response = await bot.Client.GetResponseAsync(ModelHarness.Ask, new ChatOptions { Temperature = 0.2f }, Cancel);
            Assert.Equal("Done.", response.Text);
        }

        Assert.Equal([true, false, false], server.Bodies.Select(static body => body.ContainsKey("temperature")));
    }

    [Fact]
    public async Task A_limit_of_another_name_is_learnt_once()
    {
        const string refusal =
            """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}""";
        await using var server = await OddServer.StartAsync(
            (context, body, _) =>
                body.ContainsKey("max_tokens") ? OddServer.FailAsync(context, 400, refusal) : OddServer.CompleteAsync(context, "Done.")
        );
        await using var bot = await StartAsync(server);

        await bot.AnswerAsync();
        await bot.AnswerAsync();

        Assert.Equal([false, true, true], server.Bodies.Select(static body => body.ContainsKey("max_completion_tokens")));
    }

    [Fact]
    public async Task A_refusal_that_stays_is_told()
    {
        const string refusal = """{"error":{"message":"temperature is not supported by this model","param":"temperature"}}""";
        await using var server = await OddServer.StartAsync((context, _, _) => OddServer.FailAsync(context, 400, refusal));
        await using var bot = await StartAsync(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() =>
            bot.Client.GetResponseAsync(ModelHarness.Ask, new ChatOptions { Temperature = 0.2f }, Cancel)
        );

        Assert.Equal(ModelFallback.Unavailable, failure.Reason);
        Assert.Contains("temperature is not supported", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Bodies.Count);
    }

    [Theory]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided: right-key-0123456789."}}""", "refused the key (401)")]
    [InlineData(403, """{"error":{"message":"Key right-key-0123456789 (sk-proj-abcdef***) may not use this."}}""", "denied access (403")]
    [InlineData(404, """{"error":"model 'm' not found, try pulling it first"}""", "does not know the model 'm' (404: model 'm' not found")]
    [InlineData(404, "404 page not found", "no such address (404)")]
    [InlineData(
        400,
        """{"object":"error","message":"This model's maximum context length is 4096 tokens.","code":400}""",
        "Lower Model:ContextTokens"
    )]
    [InlineData(413, "", "Lower Model:ContextTokens")]
    [InlineData(402, """{"error":{"message":"Insufficient credits"}}""", "requires payment")]
    [InlineData(500, "a\nb\u0007c", "failed (500)")]
    [InlineData(503, """{"error":{"code":503,"message":"Loading\n\n model","type":"unavailable_error"}}""", "failed (503: Loading model)")]
    [InlineData(418, """["tea"]""", "refused the request (418)")]
    public async Task Every_error_is_told_in_one_line_without_the_key(int status, string body, string said)
    {
        await using var server = await OddServer.StartAsync((context, _, _) => OddServer.FailAsync(context, status, body));
        await using var bot = await StartAsync(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, char.IsControl);
        Assert.DoesNotContain(ModelHarness.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("abcdef", failure.ToString(), StringComparison.Ordinal);
        Assert.All(bot.Log.All, static line => Assert.DoesNotContain(ModelHarness.Key, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirection_is_not_followed_so_that_the_key_stays_here()
    {
        await using var elsewhere = await OddServer.StartAsync(static (context, _, _) => OddServer.CompleteAsync(context, "Gotcha."));
        await using var server = await OddServer.StartAsync(
            (context, _, _) =>
            {
                context.Response.StatusCode = 308;
                context.Response.Headers.Location = new Uri(elsewhere.Address, "/v1/chat/completions").ToString();
                return Task.CompletedTask;
            }
        );
        await using var bot = await StartAsync(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Contains("redirects", failure.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Bodies);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("Retry-After", "999999999", 86_400.0)]
    public async Task What_a_provider_asks_for_is_read(string header, string value, double? seconds)
    {
        await using var server = await OddServer.StartAsync(
            (context, _, _) =>
            {
                context.Response.Headers[header] = value;
                return OddServer.FailAsync(context, 429, "{}");
            }
        );
        await using var bot = await StartAsync(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(seconds, failure.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_date_of_return_counts_from_now()
    {
        DateTimeOffset now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        await using var server = await OddServer.StartAsync(
            (context, _, _) =>
            {
                context.Response.Headers.RetryAfter = now.AddSeconds(90).ToString("R", CultureInfo.InvariantCulture);
                return OddServer.FailAsync(context, 429, "{}");
            }
        );
        await using var bot = await ModelHarness.StartAsync(
            ModelProvider.OpenAI,
            options => options.BaseUrl = new Uri(server.Address, "v1").ToString(),
            new ManualClock(now)
        );

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(90, failure.RetryAfter?.TotalSeconds);
    }

    private static Task<ModelHarness> StartAsync(OddServer server) =>
        ModelHarness.StartAsync(ModelProvider.OpenAI, options => options.BaseUrl = new Uri(server.Address, "v1").ToString());
}
