namespace BriefingBot.Slack.WebApi;

/// <summary>
/// Tells the addresses that answers may be sent to from all others: a forged one would be a way to send requests from the bot's network.
/// </summary>
internal static class ResponseAddress
{
    private static readonly string[] Hosts = ["slack.com", "slack-gov.com"];

    /// <summary>The address, when it is Slack's or on the host of the Web API; null otherwise.</summary>
    public static Uri? Read(string responseUrl, Uri api) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out var address) && (IsSlack(address) || IsSameHost(address, api)) ? address : null;

    private static bool IsSlack(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true }
        && Hosts.Any(host => address.Host == host || address.Host.EndsWith($".{host}", StringComparison.Ordinal));

    private static bool IsSameHost(Uri address, Uri api) =>
        address.Scheme == api.Scheme && address.Host == api.Host && address.Port == api.Port;
}
