using System.Reflection;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>Puts the Web API client together.</summary>
internal static class SlackClient
{
    private static readonly string Version =
        typeof(SlackClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>What the client is.</summary>
    public static string UserAgent => $"BriefingBot/{Version}";

    /// <summary>Makes the HTTP client; the caller owns it. It follows no redirects: the token goes to one host only.</summary>
    public static HttpClient CreateHttp()
    {
        HttpClient http = new(
            new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxConnectionsPerServer = 64,
                AllowAutoRedirect = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        return http;
    }

    /// <summary>Makes the Web API client over an HTTP client.</summary>
    public static SlackWebApi CreateWebApi(
        HttpClient http,
        SlackOptions options,
        WebApiTimings timings,
        TimeProvider clock,
        ILoggerFactory loggers
    ) => new(new WebApiSender(http, options, new CallPaces(timings, clock), timings, clock, loggers.CreateLogger<WebApiSender>()), options);
}
