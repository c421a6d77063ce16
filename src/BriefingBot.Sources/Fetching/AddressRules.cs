using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Sources.Fetching;

/// <summary>
/// Which addresses may be connected to: none of this machine, of private networks, of the link or of cloud metadata, so that a source
/// cannot make the bot read what only the bot can reach. By the special-purpose registries of IANA (RFC 6890).
/// </summary>
internal static class AddressRules
{
    private static readonly IPNetwork[] Never = Networks(
        "0.0.0.0/8",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "255.255.255.255/32",
        "::/128",
        "fe80::/10",
        "ff00::/8",
        "2001:db8::/32",
        "100::/64",
        "fd00:ec2::/32",
        "100.100.100.200/32"
    );

    private static readonly IPNetwork[] Private = Networks(
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "::1/128",
        "fc00::/7"
    );

    // Prefixes that carry an IPv4 address: translated (NAT64), 6to4, Teredo and mapped ones are judged by it.
    private static readonly IPNetwork[] Carriers = Networks("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96");

    /// <summary>May the bot connect?</summary>
    public static bool IsAllowed(IPAddress address, bool allowsPrivate)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (Never.Any(network => network.Contains(address)))
        {
            return false;
        }

        if (Private.Any(network => network.Contains(address)))
        {
            return allowsPrivate;
        }

        return address.AddressFamily != AddressFamily.InterNetworkV6 || !Carriers.Any(network => network.Contains(address));
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(static network => IPNetwork.Parse(network))];
}
