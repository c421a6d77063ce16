using BriefingBot.Configuration.Validation;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Telemetry;
using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration;

/// <summary>Registers one options class a section, checked at start, with what the command line says on top.</summary>
internal static class SettingsRegistration
{
    /// <summary>Adds the options.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration settings, SettingOverrides arguments)
    {
        services
            .AddSection<CoverageOptions, CoverageOptionsValidator>(settings, CoverageOptions.Section)
            .PostConfigure(options =>
            {
                if (arguments.Coverage.Count > 0)
                {
                    options.Paths.Clear();
                    foreach (string path in arguments.Coverage)
                    {
                        options.Paths.Add(path);
                    }
                }
                else if (options.Paths.Count == 0)
                {
                    options.Paths.Add(SampleCoverage.Find());
                    options.IsSample = true;
                }
            });
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CoverageOptions>>().Value.ToSources());
        services
            .AddSection<DataOptions, DataOptionsValidator>(settings, DataOptions.Section)
            .PostConfigure(options => options.Folder = arguments.Data ?? options.Folder);
        services
            .AddSection<WebOptions, WebOptionsValidator>(settings, WebOptions.Section)
            .PostConfigure(options => options.Urls = arguments.Urls ?? options.Urls);
        services.AddSection<RetentionOptions, RetentionOptionsValidator>(settings, RetentionOptions.Section);
        services.AddSection<RetrievalOptions, RetrievalOptionsValidator>(settings, RetrievalOptions.Section);
        services.AddSection<AnsweringOptions, AnsweringOptionsValidator>(settings, AnsweringOptions.Section);
        services.AddSection<TelemetryOptions, TelemetryOptionsValidator>(settings, TelemetryOptions.Section);
        services
            .AddOptions<CorrectionsOptions>()
            .Bind(settings.GetSection(CorrectionsOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true);
        services
            .AddOptions<ChatOptions>()
            .Bind(settings.GetSection(ChatOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true);
        services
            .AddOptions<SubscriptionOptions>()
            .Bind(settings.GetSection(SubscriptionOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }

    private static OptionsBuilder<TOptions> AddSection<TOptions, TValidator>(
        this IServiceCollection services,
        IConfiguration settings,
        string section
    )
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services
            .AddOptions<TOptions>()
            .Bind(settings.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
    }
}
