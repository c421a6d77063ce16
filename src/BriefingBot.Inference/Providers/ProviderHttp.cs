using System.Net;

namespace BriefingBot.Inference.Providers;

/// <summary>Makes the HTTP clients of providers.</summary>
internal static class ProviderHttp
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Long enough to keep connections warm, short enough to follow a change of DNS.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A client without a time limit of its own. Redirections are not followed: a key must not travel to another host. The caller disposes
    /// it.
    /// </summary>
    public static HttpClient Create(ProviderAddress address, TimeProvider clock)
    {
        SocketsHttpHandler sockets = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
        };
        return new HttpClient(new ProviderHandler(sockets, address, clock)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
