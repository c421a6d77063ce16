using System.Reflection;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Puts the REST client together.</summary>
internal static class DiscordClient
{
    private static readonly string Version =
        typeof(DiscordClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>What the client is, in the form that Discord wants.</summary>
    public static string UserAgent(DiscordOptions options) => $"DiscordBot ({options.ContactUrl}, {Version})";

    /// <summary>Makes the HTTP client; the caller owns it.</summary>
    public static HttpClient CreateHttp(DiscordOptions options)
    {
        HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new Uri($"{options.RestBaseUrl.TrimEnd('/')}/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options));
        return http;
    }

    /// <summary>Makes the REST client over an HTTP client.</summary>
    public static DiscordRestClient CreateRest(HttpClient http, DiscordOptions options, TimeProvider clock, ILoggerFactory loggers) =>
        new(
            new RestSender(
                http,
                options,
                new RateLimits(clock, options.RequestsPerSecond),
                new InvalidRequestBreaker(clock),
                clock,
                loggers.CreateLogger<RestSender>()
            )
        );
}
