using BriefingBot.Configuration.Validation;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Discord;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Entailment;
using BriefingBot.Inference.Rerankers;
using BriefingBot.Slack;
using BriefingBot.Storage;
using BriefingBot.Telemetry;
using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration;

/// <summary>
/// Reads the settings: <c>appsettings.json</c> beside the binary, the file of <c>--config</c>, the environment; later ones win.
/// </summary>
internal static class SettingsReader
{
    /// <summary>What the names of environment variables begin with: <c>BRIEFINGBOT__Web__Urls</c> sets <c>Web:Urls</c>.</summary>
    public const string EnvironmentPrefix = "BRIEFINGBOT__";

    /// <summary>The options of each section; null: the names in it are not ours.</summary>
    private static readonly Dictionary<string, Type?> Sections = new(StringComparer.Ordinal)
    {
        [CoverageOptions.Section] = typeof(CoverageOptions),
        [DataOptions.Section] = typeof(DataOptions),
        [RetentionOptions.Section] = typeof(RetentionOptions),
        [WebOptions.Section] = typeof(WebOptions),
        [RetrievalOptions.Section] = typeof(RetrievalOptions),
        [AnsweringOptions.Section] = typeof(AnsweringOptions),
        [ChatOptions.Section] = typeof(ChatOptions),
        [CorrectionsOptions.Section] = typeof(CorrectionsOptions),
        [SubscriptionOptions.Section] = typeof(SubscriptionOptions),
        [DiscordOptions.Section] = typeof(DiscordOptions),
        [SlackOptions.Section] = typeof(SlackOptions),
        [ModelOptions.Section] = typeof(ModelOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
        [EncoderOptions.Section] = typeof(EncoderOptions),
        [RerankerOptions.Section] = typeof(RerankerOptions),
        [EntailmentOptions.Section] = typeof(EntailmentOptions),
        [FetchingOptions.Section] = typeof(FetchingOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [SearchOptions.Section] = typeof(SearchOptions),
        ["Logging"] = null,
    };

    /// <summary>Reads all sources.</summary>
    /// <exception cref="UsageException">A file is missing or no JSON, or it has a name that no option has.</exception>
    /// <exception cref="OptionsValidationException">Values that no option can have; a line each.</exception>
    public static IConfigurationRoot Read(string? configFile)
    {
        var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (configFile is not null)
        {
            if (!File.Exists(configFile))
            {
                throw new UsageException($"--config names '{configFile}', but there is no such file; check the path.");
            }

            builder.AddJsonFile(Path.GetFullPath(configFile), optional: false);
        }

        builder.AddEnvironmentVariables(EnvironmentPrefix);
        var settings = Build(builder);
        if (SettingNames.FindUnknown(settings, Sections) is { } unknown)
        {
            throw new UsageException(unknown);
        }

        return SettingValues.FindWrong(settings, Sections) is { Count: > 0 } wrong
            ? throw new OptionsValidationException(nameof(settings), typeof(IConfiguration), wrong)
            : settings;
    }

    private static IConfigurationRoot Build(IConfigurationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException exception)
        {
            string reason = exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message;
            throw new UsageException($"the configuration cannot be read: {reason} Correct the file.");
        }
    }
}
