using System.Net;

namespace BriefingBot.Web.Hosting;

/// <summary>An address that the console listens on.</summary>
/// <param name="Text">As configured.</param>
/// <param name="IsLoopback">True when only this machine can reach it.</param>
/// <param name="Local">How this machine reaches it; wildcards become the loopback address.</param>
internal sealed record ListenAddress(string Text, bool IsLoopback, Uri Local)
{
    /// <summary>Reads an address that the settings' check has let pass.</summary>
    public static ListenAddress Parse(string text)
    {
        var address = BindingAddress.Parse(text);
        string host = address.Host.Trim('[', ']');
        bool isIp = IPAddress.TryParse(host, out var ip);
        bool isLocalhost = host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        bool isLoopback = isLocalhost || (isIp && IPAddress.IsLoopback(ip!));
        string reach = isLoopback || (isIp && !ip!.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any)) ? address.Host : "127.0.0.1";
        return new ListenAddress(text, isLoopback, new UriBuilder(address.Scheme, reach, address.Port).Uri);
    }
}
