using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Providers;

namespace BriefingBot.Inference.Models;

/// <summary>Where the key of the language model may stand.</summary>
public static class ModelKey
{
    /// <summary>The environment variable that counts for every provider.</summary>
    public const string Variable = "BRIEFINGBOT_MODEL_API_KEY";

    /// <summary>The key; see <see cref="ProviderKey"/>.</summary>
    internal static string? Find(ModelOptions options) =>
        ProviderKey.Find(options.ApiKey, options.ApiKeyFile, Variable, TryAddress(options));

    /// <summary>Where the model is.</summary>
    internal static ProviderAddress Address(ModelOptions options) =>
        options.BaseUrl is { } address
            ? ProviderAddress.Parse(address)
            : options.Provider switch
            {
                ModelProvider.Anthropic => ProviderAddress.Anthropic,
                ModelProvider.Ollama => ProviderAddress.Ollama,
                _ => ProviderAddress.OpenAi,
            };

    /// <summary>The variable that messages name: the provider's own where it counts.</summary>
    internal static string NamedVariable(ModelOptions options) => ProviderKey.VariableOf(TryAddress(options)) ?? Variable;

    private static ProviderAddress? TryAddress(ModelOptions options) =>
        options.Provider == ModelProvider.None || ProviderAddressRules.Check("", options.BaseUrl).Any() ? null : Address(options);
}
