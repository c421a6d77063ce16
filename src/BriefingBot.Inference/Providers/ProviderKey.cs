using BriefingBot.Core.Secrets;

namespace BriefingBot.Inference.Providers;

/// <summary>
/// Finds keys: the setting, the file, our environment variable, and at a provider's own address the variable that its own tools read. That
/// one is never sent to another host, which would learn a key that is not meant for it.
/// </summary>
internal static class ProviderKey
{
    /// <summary>The key; null when there is none.</summary>
    /// <param name="setting">What the settings say.</param>
    /// <param name="file">A file that holds it.</param>
    /// <param name="variable">Our environment variable.</param>
    /// <param name="address">Where it goes; null when that is not known.</param>
    public static string? Find(string? setting, string? file, string variable, ProviderAddress? address) =>
        SecretSource.Find(setting, file) ?? SecretSource.Find(null, null, VariableOf(address) is { } own ? [variable, own] : [variable]);

    /// <summary>The variable of the provider's own tools; null for other hosts.</summary>
    public static string? VariableOf(ProviderAddress? address) =>
        address switch
        {
            { IsOpenAi: true } => "OPENAI_API_KEY",
            { IsAzure: true } => "AZURE_OPENAI_API_KEY",
            { IsAnthropic: true } => "ANTHROPIC_API_KEY",
            _ => null,
        };

    /// <summary>What is wrong with a key; says nothing of the key itself.</summary>
    public static IEnumerable<string> Check(string section, string? setting, string? file, string? key)
    {
        if (setting is null && file is { Length: > 0 } && !File.Exists(file))
        {
            yield return $"{section}:ApiKeyFile names '{file}', but there is no such file; mount it, or leave the setting out.";
        }

        if (key?.Any(static letter => letter is < '!' or > '~') == true)
        {
            yield return $"{section}:ApiKey holds white space or other characters that no key has; copy it again from the provider.";
        }
    }
}
