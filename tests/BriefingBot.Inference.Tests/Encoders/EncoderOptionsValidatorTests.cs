using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Inference.Tests.Encoders;

public sealed class EncoderOptionsValidatorTests
{
    public static TheoryData<Action<EncoderOptions>, string> Wrong =>
        new()
        {
            { static options => options.Provider = (EncoderProvider)7, "Encoder:Provider is '7'" },
            { static options => (options.Model, options.Dimensions) = ("", 5), "Encoder:Model is empty" },
            {
                static options => options.Model = "my-own",
                "Encoder:Dimensions is not set, and the length of the vectors of 'my-own' is not known"
            },
            { static options => options.Dimensions = 1, "Encoder:Dimensions is 1; choose 2 to 8192" },
            { static options => options.Shorten = true, "Encoder:Shorten is on" },
            { static options => options.BatchSize = 0, "Encoder:BatchSize is 0; choose 1 to 2048" },
            { static options => options.Timeout = 0, "Encoder:Timeout is 0" },
            { static options => options.BaseUrl = "ollama", "Encoder:BaseUrl is 'ollama'" },
            { static options => options.BaseUrl = "http://ollama:11434/v1/embeddings", "leave out the /embeddings" },
            { static options => (options.BaseUrl, options.ApiKey) = (null, null), "set OPENAI_API_KEY" },
            { static options => options.ApiKey = "secret\tkey", "white space" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_work_is_refused_with_key_value_and_fix(Action<EncoderOptions> spoil, string said)
    {
        EncoderOptions options = new()
        {
            Provider = EncoderProvider.OpenAI,
            BaseUrl = "http://ollama:11434/v1",
            Model = "nomic-embed-text:latest",
            ApiKey = "secret-key",
        };
        Assert.True(new EncoderOptionsValidator().Validate(null, options).Succeeded);
        spoil(options);

        string failure = Assert.Single(new EncoderOptionsValidator().Validate(null, options).Failures!);

        Assert.Contains(said, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_encoder_in_this_process_is_the_default()
    {
        ServiceCollection services = new();
        services.AddEncoder(static options => options.MaxDegreeOfParallelism = 3);
        using var provider = services.BuildServiceProvider();

        Assert.Equal(ShippedEncoder.Identity, provider.GetRequiredService<EncoderIdentity>());
        Assert.Equal(
            "local",
            provider
                .GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
                .GetService<EmbeddingGeneratorMetadata>()
                ?.ProviderName
        );
    }

    [Fact]
    public void An_encoder_in_this_process_needs_no_model_and_no_address() =>
        Assert.True(new EncoderOptionsValidator().Validate(null, new EncoderOptions()).Succeeded);
}
