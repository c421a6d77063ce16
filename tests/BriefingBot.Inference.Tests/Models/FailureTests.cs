using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Models;

public sealed class FailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ModelProvider, bool, ModelFaultKind, ModelFallback, string> Faults()
    {
        TheoryData<ModelProvider, bool, ModelFaultKind, ModelFallback, string> data = [];
        foreach (var provider in (ModelProvider[])[ModelProvider.OpenAI, ModelProvider.Anthropic, ModelProvider.Ollama])
        {
            foreach (bool isStreamed in (bool[])[true, false])
            {
                data.Add(provider, isStreamed, ModelFaultKind.RateLimit, ModelFallback.RateLimited, "limits the rate (429");
                data.Add(provider, isStreamed, ModelFaultKind.DropTcp, ModelFallback.Unavailable, "dropped the connection");
                data.Add(provider, isStreamed, ModelFaultKind.HtmlPage, ModelFallback.CutOff, "web page");
                data.Add(provider, isStreamed, ModelFaultKind.Truncate, ModelFallback.CutOff, "MaxOutputTokens");
                if (provider != ModelProvider.Ollama)
                {
                    data.Add(provider, isStreamed, ModelFaultKind.Refuses, ModelFallback.Unavailable, "content filter");
                }
            }

            data.Add(provider, true, ModelFaultKind.CutStream, ModelFallback.CutOff, "broke off");
            data.Add(provider, true, ModelFaultKind.EndWithoutFinish, ModelFallback.CutOff, "broke off");
            data.Add(provider, true, ModelFaultKind.ErrorInStream, ModelFallback.CutOff, "broke off");
            data.Add(provider, true, ModelFaultKind.MalformedJson, ModelFallback.CutOff, "");
            data.Add(provider, false, ModelFaultKind.MalformedJson, ModelFallback.CutOff, "");
        }

        data.Add(ModelProvider.OpenAI, true, ModelFaultKind.OutOfQuota, ModelFallback.RateLimited, "no quota");
        return data;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_becomes_a_reason_and_a_line_that_says_what_to_do(
        ModelProvider provider,
        bool isStreamed,
        ModelFaultKind kind,
        ModelFallback reason,
        string said
    )
    {
        await using var bot = await ModelHarness.StartAsync(provider);
        bot.Break(kind, times: 2);

        var failure = isStreamed ? (await bot.StreamAsync()).Failure : await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.NotNull(failure);
        TestContext.Current.TestOutputHelper!.WriteLine(failure.Message);
        Assert.Equal(reason, failure.Reason);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith($"The language model at 127.0.0.1:{bot.Model.BaseAddress.Port} ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, true)]
    [InlineData(ModelProvider.OpenAI, false)]
    [InlineData(ModelProvider.Anthropic, true)]
    [InlineData(ModelProvider.Ollama, true)]
    [InlineData(ModelProvider.Anthropic, false)]
    [InlineData(ModelProvider.Ollama, false)]
    public async Task A_key_that_is_refused_is_named_nowhere(ModelProvider provider, bool isStreamed)
    {
        await using var bot = await ModelHarness.StartAsync(provider, static options => options.ApiKey = "wrong-key-987654321");

        var failure = isStreamed ? (await bot.StreamAsync()).Failure! : await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(ModelFallback.Unavailable, failure.Reason);
        Assert.Contains(
            "refused the key (401). Put a valid one into Model:ApiKey, Model:ApiKeyFile or BRIEFINGBOT_MODEL_API_KEY.",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.True(Assert.Single(bot.Model.Record.Exchanges).HasKey);
        Assert.All([failure.ToString(), .. bot.Log.All], static text => Assert.DoesNotContain("987654321", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task A_model_that_is_not_there_is_named(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider, server: new FakeModelOptions { ModelNames = ["another"] });

        var failure = await Assert.ThrowsAsync<ModelException>(() => bot.AnswerAsync());

        Assert.Equal(ModelFallback.Unavailable, failure.Reason);
        Assert.Contains("does not know the model 'm' (404", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task What_a_stream_gave_before_it_broke_stays(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider);
        bot.Break(ModelFaultKind.CutStream, afterTokens: 3);

        var outcome = await bot.StreamAsync();

        Assert.Equal("one two three", outcome.Text);
        Assert.Equal(ModelFallback.CutOff, outcome.Failure!.Reason);
        Assert.Single(bot.Model.Record.Exchanges);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.Ollama)]
    public async Task An_answer_that_met_its_limit_gives_text_finish_and_usage_before_it_fails(ModelProvider provider)
    {
        await using var bot = await ModelHarness.StartAsync(provider);

        var outcome = await bot.StreamAsync(new ChatOptions { MaxOutputTokens = 3 });

        Assert.Equal(("one two three", ChatFinishReason.Length), (outcome.Text, outcome.Finish));
        Assert.Equal(3, outcome.Usage!.OutputTokenCount);
        Assert.Equal(ModelFallback.CutOff, outcome.Failure!.Reason);
        Assert.Contains("limit of 3 tokens", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NonsenseKind.Empty)]
    [InlineData(NonsenseKind.Blank)]
    public async Task An_answer_without_words_is_none(NonsenseKind kind)
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI);
        bot.Model.Faults.Add(new ModelFault(ModelFaultKind.Nonsense) { Nonsense = kind });

        var outcome = await bot.StreamAsync();

        Assert.Equal(ModelFallback.CutOff, outcome.Failure!.Reason);
    }
}
