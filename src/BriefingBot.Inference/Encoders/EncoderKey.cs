using BriefingBot.Inference.Providers;

namespace BriefingBot.Inference.Encoders;

/// <summary>Where the key of an encoder on a server may stand.</summary>
public static class EncoderKey
{
    /// <summary>The environment variable that counts for every server.</summary>
    public const string Variable = "BRIEFINGBOT_ENCODER_API_KEY";

    /// <summary>The key; see <see cref="ProviderKey"/>.</summary>
    internal static string? Find(EncoderOptions options) =>
        ProviderKey.Find(options.ApiKey, options.ApiKeyFile, Variable, TryAddress(options));

    /// <summary>Where the encoder is.</summary>
    internal static ProviderAddress Address(EncoderOptions options) =>
        options.BaseUrl is { } address ? ProviderAddress.Parse(address) : ProviderAddress.OpenAi;

    /// <summary>The variable that messages name: the provider's own where it counts.</summary>
    internal static string NamedVariable(EncoderOptions options) => ProviderKey.VariableOf(TryAddress(options)) ?? Variable;

    private static ProviderAddress? TryAddress(EncoderOptions options) =>
        ProviderAddressRules.Check("", options.BaseUrl).Any() ? null : Address(options);
}
