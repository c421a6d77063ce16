using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Sources.Documents;
using BriefingBot.Sources.Feeds;
using BriefingBot.Sources.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Sources;

/// <summary>Registers what reads pages, feeds, mail and office documents.</summary>
public static class SourcesRegistration
{
    /// <summary>Adds every format.</summary>
    public static IServiceCollection AddDocumentFormats(this IServiceCollection services) => services
        .AddSingleton<IDocumentFormat, HtmlFormat>()
        .AddSingleton<IDocumentFormat, FeedFormat>()
        .AddSingleton<IDocumentFormat, MailFormat>()
        .AddSingleton<IDocumentFormat, WordFormat>()
        .AddSingleton<IDocumentFormat, PdfFormat>();
}
