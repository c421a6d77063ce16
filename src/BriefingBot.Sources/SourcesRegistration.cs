using System.Net;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Sources.Documents;
using BriefingBot.Sources.Feeds;
using BriefingBot.Sources.Fetching;
using BriefingBot.Sources.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Sources;

/// <summary>Registers what reads pages, feeds, mail and office documents.</summary>
public static class SourcesRegistration
{
    /// <summary>Adds every format.</summary>
    public static IServiceCollection AddDocumentFormats(this IServiceCollection services) =>
        services
            .AddSingleton<IDocumentFormat, HtmlFormat>()
            .AddSingleton<IDocumentFormat, FeedFormat>()
            .AddSingleton<IDocumentFormat, MailFormat>()
            .AddSingleton<IDocumentFormat, WordFormat>()
            .AddSingleton<IDocumentFormat, PdfFormat>();

    /// <summary>Adds what fetches sources; needs a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSourceFetching(this IServiceCollection services, Action<FetchingOptions> configure)
    {
        services.AddOptions<FetchingOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>();
        services.TryAddSingleton<NameResolver>(static (host, token) => Dns.GetHostAddressesAsync(host, token));
        services.AddSingleton<GuardedHttp>();
        services.AddSingleton<ISourceFetcher, SourceFetcher>();
        return services;
    }
}
