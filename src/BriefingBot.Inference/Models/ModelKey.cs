using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Secrets;
using BriefingBot.Inference.Providers;

namespace BriefingBot.Inference.Models;

/// <summary>Where the key of the language model may stand.</summary>
public static class ModelKey
{
    /// <summary>The environment variable that counts for every provider.</summary>
    public const string Variable = "BRIEFINGBOT_MODEL_API_KEY";

    /// <summary>
    /// The key: the setting, the file, <see cref="Variable"/>, and at the provider's own address the variable that its own tools read. That one is never sent to
    /// another host, which would learn a key that is not meant for it.
    /// </summary>
    internal static string? Find(ModelOptions options) =>
        SecretSource.Find(options.ApiKey, options.ApiKeyFile) ?? SecretSource.Find(null, null, [Variable, .. ProviderVariables(options)]);

    /// <summary>Where the model is.</summary>
    internal static ProviderAddress Address(ModelOptions options) =>
        options.BaseUrl is { } address ? ProviderAddress.Parse(address)
        : options.Provider == ModelProvider.Anthropic ? ProviderAddress.Anthropic
        : ProviderAddress.OpenAi;

    /// <summary>The variable that messages name: the provider's own where it counts.</summary>
    internal static string NamedVariable(ModelOptions options) => ProviderVariables(options) is [var own] ? own : Variable;

    private static string[] ProviderVariables(ModelOptions options)
    {
        if (ProviderAddressRules.Check("", options.BaseUrl).Any())
        {
            return [];
        }

        var address = Address(options);
        return options.Provider switch
        {
            ModelProvider.OpenAI when address.IsOpenAi => ["OPENAI_API_KEY"],
            ModelProvider.OpenAI when address.IsAzure => ["AZURE_OPENAI_API_KEY"],
            ModelProvider.Anthropic when address.IsAnthropic => ["ANTHROPIC_API_KEY"],
            _ => [],
        };
    }
}
