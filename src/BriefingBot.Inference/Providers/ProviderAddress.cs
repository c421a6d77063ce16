using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Inference.Providers;

/// <summary>Where a provider's requests go.</summary>
/// <param name="Endpoint">What the provider's paths are appended to; without a query.</param>
/// <param name="Query">What every request carries behind its path, without the question mark; empty for most.</param>
internal sealed record ProviderAddress(Uri Endpoint, string Query)
{
    private const string OpenAiHost = "api.openai.com";
    private const string AnthropicHost = "api.anthropic.com";
    private static readonly string[] AzureDomains = [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"];
    private static readonly string[] PrivateDomains = [".local", ".internal", ".lan", ".localhost", ".home.arpa"];

    /// <summary>OpenAI's own.</summary>
    public static ProviderAddress OpenAi { get; } = Parse($"https://{OpenAiHost}/v1");

    /// <summary>Anthropic's own.</summary>
    public static ProviderAddress Anthropic { get; } = Parse($"https://{AnthropicHost}");

    /// <summary>Where Ollama listens by default: on this machine.</summary>
    public static ProviderAddress Ollama { get; } = Parse("http://127.0.0.1:11434");

    /// <summary>Host and port for messages; the port is left out where it is the scheme's.</summary>
    public string Name => Endpoint.IsDefaultPort ? Endpoint.IdnHost : $"{Endpoint.IdnHost}:{Endpoint.Port}";

    /// <summary>Whether OpenAI itself answers there.</summary>
    public bool IsOpenAi => Endpoint.IdnHost == OpenAiHost;

    /// <summary>Whether Anthropic itself answers there.</summary>
    public bool IsAnthropic => Endpoint.IdnHost == AnthropicHost;

    /// <summary>Whether it is one of Azure's, by its host or by the path of a deployment.</summary>
    public bool IsAzure =>
        IsAzureDeployment || AzureDomains.Any(domain => Endpoint.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the path names a deployment: then the key goes into the header <c>api-key</c> and an <c>api-version</c> is wanted. The newer
    /// <c>/openai/v1</c> wants neither.
    /// </summary>
    public bool IsAzureDeployment => Endpoint.AbsolutePath.Contains("/openai/deployments/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request may be read on its way: no TLS, and the host is neither this machine nor in a private network.</summary>
    public bool IsOpenToReaders => Endpoint.Scheme == Uri.UriSchemeHttp && !IsPrivate(Endpoint.IdnHost);

    /// <summary>Reads an address that <see cref="ProviderAddressRules"/> has let pass.</summary>
    public static ProviderAddress Parse(string text)
    {
        UriBuilder address = new(text.Trim());
        string query = address.Query.TrimStart('?');
        address.Query = "";
        address.Path = address.Path.TrimEnd('/');
        return new ProviderAddress(address.Uri, query);
    }

    private static bool IsPrivate(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip)
            ? IsPrivate(ip)
            : !host.Contains('.', StringComparison.Ordinal)
                || PrivateDomains.Any(domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    private static bool IsPrivate(IPAddress ip)
    {
        if (IPAddress.IsLoopback(ip))
        {
            return true;
        }

        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return ip.IsIPv6UniqueLocal || ip.IsIPv6LinkLocal;
        }

        byte[] bytes = ip.GetAddressBytes();
        return bytes[0] == 10
            || (bytes[0] == 172 && bytes[1] is >= 16 and < 32)
            || (bytes[0] == 192 && bytes[1] == 168)
            || (bytes[0] == 169 && bytes[1] == 254);
    }
}
