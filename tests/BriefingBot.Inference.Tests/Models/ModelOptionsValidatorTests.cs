using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Tests.Models;

public sealed class ModelOptionsValidatorTests
{
    public static TheoryData<Action<ModelOptions>, string> Wrong =>
        new()
        {
            { static options => options.Provider = (ModelProvider)7, "Model:Provider is '7'" },
            { static options => options.Model = " ", "Model:Model is empty" },
            { static options => options.BaseUrl = "localhost:11434", "Model:BaseUrl is 'localhost:11434'" },
            { static options => options.BaseUrl = "ftp://models.example/v1", "begins with https://" },
            { static options => options.BaseUrl = "http://user:pass@models.example/v1", "a name or a password" },
            { static options => options.BaseUrl = "http://models.example/v1/chat/completions", "leave out the /chat/completions" },
            { static options => options.BaseUrl = "https://x.openai.azure.com/openai/deployments/writer", "api-version" },
            {
                static options => (options.Provider, options.BaseUrl) = (ModelProvider.Anthropic, "https://api.anthropic.com/v1"),
                "already include /v1"
            },
            {
                static options => (options.Provider, options.BaseUrl) = (ModelProvider.Ollama, "http://127.0.0.1:11434/v1"),
                "leave out what is behind the port"
            },
            {
                static options => (options.BaseUrl, options.ApiKey) = (null, null),
                "at api.openai.com, which requires a key, and there is none; set OPENAI_API_KEY"
            },
            {
                static options => (options.BaseUrl, options.ApiKey) = ("https://x.openai.azure.com/openai/v1", null),
                "set AZURE_OPENAI_API_KEY"
            },
            {
                static options => (options.Provider, options.BaseUrl, options.ApiKey) = (ModelProvider.Anthropic, null, null),
                "set ANTHROPIC_API_KEY"
            },
            {
                static options =>
                    (options.Provider, options.BaseUrl, options.ApiKey) = (ModelProvider.Anthropic, "http://gateway:80", null),
                "set BRIEFINGBOT_MODEL_API_KEY"
            },
            { static options => (options.ApiKey, options.ApiKeyFile) = (null, "/no/such/file"), "Model:ApiKeyFile names '/no/such/file'" },
            { static options => options.ApiKey = "secret key\n", "white space" },
            { static options => options.Timeout = 0.5, "Model:Timeout is 0.5; choose 1 to 600" },
            { static options => options.Timeout = double.NaN, "Model:Timeout is NaN" },
            { static options => options.MaxOutputTokens = 10, "Model:MaxOutputTokens is 10; choose 50 to 16000" },
            { static options => options.ContextTokens = 5, "Model:ContextTokens is 5; choose 200 to 200000" },
            { static options => options.MinVerifiedShare = 1.5, "Model:MinVerifiedShare is 1.5; choose 0 to 1" },
            { static options => options.CacheMinutes = -1, "Model:CacheMinutes is -1" },
            { static options => options.AnswersPerUserPerDay = -1, "Model:AnswersPerUserPerDay is -1; choose 0 or more" },
            { static options => options.AnswersPerDay = -1, "Model:AnswersPerDay" },
            { static options => options.TokensPerDay = -1, "Model:TokensPerDay" },
            { static options => options.Prices["m"] = new ModelPrice { Input = -1 }, "Model:Prices:m is below zero" },
            { static options => options.Currency = "dollars", "Model:Currency is 'dollars'" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_work_is_refused_with_key_value_and_fix(Action<ModelOptions> spoil, string said)
    {
        var options = Good();
        spoil(options);

        string failure = Assert.Single(new ModelOptionsValidator().Validate(null, options).Failures!);

        Assert.Contains(said, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:11434/v1")]
    [InlineData("http://ollama:11434/v1")]
    [InlineData("https://x.openai.azure.com/openai/v1/")]
    [InlineData("https://x.openai.azure.com/openai/deployments/writer?api-version=2024-10-21")]
    [InlineData("http://models.example/v1")]
    public void Addresses_of_servers_and_clouds_are_taken(string address)
    {
        var options = Good();
        options.BaseUrl = address;

        Assert.True(new ModelOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void Ollama_on_this_machine_wants_neither_an_address_nor_a_key()
    {
        ModelOptions options = new() { Provider = ModelProvider.Ollama, Model = "llama3.1:8b" };

        Assert.True(new ModelOptionsValidator().Validate(null, options).Succeeded);
        using var client = LanguageModel.Create(options, TimeProvider.System, NullLoggerFactory.Instance);
        Assert.Equal(new Uri("http://127.0.0.1:11434"), client.GetService<ChatClientMetadata>()!.ProviderUri);
    }

    [Fact]
    public void Without_a_provider_nothing_of_it_is_wanted_and_no_client_is_registered()
    {
        ServiceCollection services = new();
        services.AddLanguageModel(static options => options.BaseUrl = "nonsense");
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<IChatClient>());
        Assert.Equal(ModelProvider.None, provider.GetRequiredService<IOptions<ModelOptions>>().Value.Provider);
    }

    [Fact]
    public void A_key_in_a_file_is_found_when_the_settings_hold_none()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, " key-of-the-file \n");
            ServiceCollection services = new();
            services.AddLanguageModel(options =>
            {
                options.Provider = ModelProvider.Anthropic;
                options.Model = "m";
                options.ApiKeyFile = file;
            });
            using var provider = services.BuildServiceProvider();

            Assert.Equal("key-of-the-file", provider.GetRequiredService<IOptions<ModelOptions>>().Value.ApiKey);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("http://models.example/v1", true)]
    [InlineData("http://8.8.8.8/v1", true)]
    [InlineData("http://172.32.0.1/v1", true)]
    [InlineData("https://models.example/v1", false)]
    [InlineData("http://localhost:1234/v1", false)]
    [InlineData("http://[::1]:1234/v1", false)]
    [InlineData("http://10.1.2.3/v1", false)]
    [InlineData("http://172.20.0.1/v1", false)]
    [InlineData("http://192.168.1.5/v1", false)]
    [InlineData("http://ollama:11434/v1", false)]
    [InlineData("http://host.docker.internal:11434/v1", false)]
    public async Task A_way_that_others_can_read_is_warned_of(string address, bool isOpen)
    {
        await using var bot = await ModelHarness.StartAsync(ModelProvider.OpenAI, options => options.BaseUrl = address);

        Assert.NotNull(bot.Client);
        Assert.Equal(
            isOpen,
            bot.Log.All.Any(static line =>
                line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("without TLS", StringComparison.Ordinal)
            )
        );
    }

    private static ModelOptions Good() =>
        new()
        {
            Provider = ModelProvider.OpenAI,
            BaseUrl = "http://127.0.0.1:1/v1",
            Model = "m",
            ApiKey = "secret-key",
        };
}
