using BriefingBot.Configuration;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting;

/// <summary>Limits, addresses and host names of the web host, from <see cref="WebOptions"/>.</summary>
internal static class WebHosting
{
    /// <summary>Longer than a question's way takes; a container runtime waits ten seconds.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Room for the longest question in any script with its conversation, percent-encoded.</summary>
    private const int MaxRequestLineBytes = 64 * 1024;

    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Configures the host.</summary>
    public static void AddWebHosting(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder
            .Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<WebOptions>>(
                (kestrel, web) =>
                {
                    kestrel.AddServerHeader = false;
                    kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
                    kestrel.Limits.MaxRequestBodySize = web.Value.MaxRequestBytes;
                }
            );
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, OutermostMiddleware>());
        builder
            .Services.AddOptions<HostFilteringOptions>()
            .Configure<IOptions<WebOptions>>(
                (filtering, web) =>
                {
                    filtering.AllowEmptyHosts = false;
                    filtering.IncludeFailureMessage = false;
                    filtering.AllowedHosts = [.. AllowedHosts(web.Value)];
                }
            );
    }

    /// <summary>Nothing was said about host names, and every address is for this machine only.</summary>
    public static bool TakesLocalHostsOnly(WebOptions web) =>
        web.AllowedHosts is null && web.Addresses.All(address => ListenAddress.Parse(address).IsLoopback);

    /// <summary>The host names that requests may carry; see <see cref="WebOptions.AllowedHosts"/>.</summary>
    private static string[] AllowedHosts(WebOptions web)
    {
        if (web.AllowedHosts is { } hosts)
        {
            return hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        return TakesLocalHostsOnly(web) ? LocalHosts : ["*"];
    }
}
