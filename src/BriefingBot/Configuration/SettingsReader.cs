using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Discord;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Entailment;
using BriefingBot.Inference.Rerankers;
using BriefingBot.Slack;
using BriefingBot.Telemetry;

namespace BriefingBot.Configuration;

/// <summary>Reads the settings: <c>appsettings.json</c> beside the binary, the file of <c>--config</c>, the environment; later ones win.</summary>
internal static class SettingsReader
{
    /// <summary>What the names of environment variables begin with: <c>BRIEFINGBOT__Web__Urls</c> sets <c>Web:Urls</c>.</summary>
    public const string EnvironmentPrefix = "BRIEFINGBOT__";

    private static readonly string[] KnownSections =
        [
            CoverageOptions.Section, DataOptions.Section, RetentionOptions.Section, WebOptions.Section, RetrievalOptions.Section, AnsweringOptions.Section, ChatOptions.Section, CorrectionsOptions.Section,
            SubscriptionOptions.Section,
            DiscordOptions.Section, SlackOptions.Section, ModelOptions.Section, TelemetryOptions.Section, EncoderOptions.Section, RerankerOptions.Section, EntailmentOptions.Section, FetchingOptions.Section,
            "Storage", "Logging",
        ];

    /// <summary>Reads all sources.</summary>
    /// <exception cref="UsageException">A file is missing or no JSON, or a section is not known.</exception>
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
        var unknown = settings.GetChildren().FirstOrDefault(child => !KnownSections.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        return unknown is null
            ? settings
            : throw new UsageException($"the configuration has an unknown section '{unknown.Key}'; known are {string.Join(", ", KnownSections)}.");
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
