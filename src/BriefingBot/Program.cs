using BriefingBot.Cli;
using BriefingBot.Configuration;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Discord;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Entailment;
using BriefingBot.Inference.Models;
using BriefingBot.Inference.Rerankers;
using BriefingBot.Slack;
using BriefingBot.Sources;
using BriefingBot.Storage;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Options;

// The composition root: the only place that picks implementations.
return await CommandLine.RunAsync(
    args,
    static (services, settings) =>
    {
        services.AddSingleton(TimeProvider.System);
        services.AddEncoder(settings.Section<EncoderOptions>(EncoderOptions.Section));
        services.AddReranker(settings.Section<RerankerOptions>(RerankerOptions.Section));
        services.AddEntailment(settings.Section<EntailmentOptions>(EntailmentOptions.Section));
        services.AddLanguageModel(options => ModelSettings.Bind(settings, options));
        services.AddStorage(
            settings.Section<StorageOptions>(StorageOptions.Section),
            settings.Section<SearchOptions>(SearchOptions.Section)
        );
        services.AddOptions<SqliteStoreOptions>().PostConfigure<IOptions<DataOptions>>((store, data) => store.Path = data.Value.StorePath);
        services.AddSingleton(provider => new IntakeFolder(provider.GetRequiredService<IOptions<DataOptions>>().Value.FetchedFolder));
        services.AddDocumentFormats();
        services.AddCore();
        services.AddSingleton<EvaluationRunner>();
        services.AddSourceFetching(settings.Section<FetchingOptions>(FetchingOptions.Section));
        services.AddChat();
        services.AddSlack(settings.Section<SlackOptions>(SlackOptions.Section));
        services.AddDiscord(settings.Section<DiscordOptions>(DiscordOptions.Section));
    }
);
