using System.Text.Json;
using BriefingBot.Configuration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Telemetry;
using BriefingBot.Web.Api;
using BriefingBot.Web.Hosting;
using BriefingBot.Web.Hosting.Background;
using BriefingBot.Web.Pages;
using BriefingBot.Web.Pages.Asking;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web;

/// <summary>The web host: what it is made of, in the order that requests pass through it.</summary>
internal static class WebConsole
{
    /// <summary>Runs until the token or a signal ends it, or the index loop fails.</summary>
    /// <param name="arguments">What the command line says.</param>
    /// <param name="compose">Registers the implementations.</param>
    /// <param name="cancellationToken">Ends the host in order.</param>
    public static async Task RunAsync(
        SettingOverrides arguments,
        Action<IServiceCollection, IConfiguration> compose,
        CancellationToken cancellationToken
    )
    {
        await using var app = Build(arguments, compose);
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.Services.GetService<TelemetryExport>();
        await app.Services.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            // What began before the address was tried ends in order, so that the one line is the last that is said.
            await app.StopAsync(CancellationToken.None);
            throw new IOException(
                $"{exception.Message.TrimEnd('.')}; end the other program, or name another address with --urls or Web:Urls.",
                exception
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The index run or a chat platform has failed before the host was up.
            app.Services.GetRequiredService<IndexingState>().ThrowIfFailed();
            app.Services.GetRequiredService<ChatState>().ThrowIfFailed();
            throw;
        }

        foreach (string url in app.Urls)
        {
            Console.Out.WriteLine($"Listening on {url}");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        app.Services.GetRequiredService<IndexingState>().ThrowIfFailed();
        app.Services.GetRequiredService<ChatState>().ThrowIfFailed();
    }

    private static WebApplication Build(SettingOverrides arguments, Action<IServiceCollection, IConfiguration> compose)
    {
        var settings = SettingsReader.Read(arguments.ConfigFile);
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings);
        builder.Logging.AddStandardError(settings, LogLevel.Information);
        builder.Configuration.AddInMemoryCollection(TelemetryRegistration.Variables());
        builder.Services.AddTelemetry(settings, isHost: true);
        builder.Services.AddSettings(settings, arguments);
        compose(builder.Services, settings);
        builder.AddWebHosting();
        builder.Services.AddSingleton<AskPages>();
        builder.Services.AddSingleton<IndexingState>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<WarmingService>();
        builder.Services.AddHostedService<IndexingService>();
        builder.Services.AddSingleton<IndexOnChange>();
        builder.Services.AddHostedService<FolderWatch>();
        builder.Services.AddHostedService<SourceService>();
        builder.Services.AddHostedService<CorrectionService>();
        if (builder.Services.Any(static service => service.ServiceType == typeof(SqliteCoverageStore)))
        {
            builder.Services.AddHostedService<StoreWatch>();
        }

        builder.Services.AddHostedService<ReplicaService>();
        builder.Services.AddHostedService<RetentionService>();
        builder.Services.AddSingleton<ChatState>();
        builder.Services.AddHostedService<ChatService>();
        builder.Services.AddHostedService<SubscriptionService>();
        builder.Services.AddProblemDetails(ApiProblems.Describe);
        builder.Services.AddExceptionHandler<ApiExceptionHandler>();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer(ApiDescription.DescribeAsync));
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, DocumentsJsonContext.Default);
        });
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        var app = builder.Build();
        foreach (string address in app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Addresses)
        {
            app.Urls.Add(address);
        }

        app.UseExceptionHandler();
        app.UseStaticFiles();
        app.UseHeadRequests();
        app.UseRouting();
        app.MapApi();
        app.MapPages();
        app.MapOpenApi();
        return app;
    }
}
