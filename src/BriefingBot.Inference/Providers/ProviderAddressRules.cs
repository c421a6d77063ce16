namespace BriefingBot.Inference.Providers;

/// <summary>Says what is wrong with a configured address, by the name of its setting.</summary>
internal static class ProviderAddressRules
{
    /// <summary>What is wrong; nothing for an address that can be used, or none at all.</summary>
    /// <param name="key">The setting, such as <c>Model:BaseUrl</c>.</param>
    /// <param name="text">Its value.</param>
    public static IEnumerable<string> Check(string key, string? text)
    {
        if (text is null)
        {
            yield break;
        }

        if (
            !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.Host.Length == 0
        )
        {
            yield return $"{key} is '{text}'; give an address that begins with https:// or http://, such as "
                + $"http://127.0.0.1:11434/v1, or leave it out.";
            yield break;
        }

        if (address.UserInfo.Length > 0)
        {
            yield return $"{key} holds a name or a password before the host, which would be logged; take it out and set the key "
                + "separately.";
        }

        if (address.Fragment.Length > 0)
        {
            yield return $"{key} ends with '{address.Fragment}'; leave that out.";
        }

        if (ProviderAddress.Parse(text).IsAzureDeployment && !address.Query.Contains("api-version=", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{key} names an Azure deployment without its api-version; append ?api-version=2024-10-21, or use the "
                + $"address that ends with /openai/v1.";
        }
    }
}
