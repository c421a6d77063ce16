using BriefingBot.Cli;
using BriefingBot.Configuration;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Timelines;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Stories;
using BriefingBot.Diagnosis;
using BriefingBot.Discord;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Entailment;
using BriefingBot.Inference.Models;
using BriefingBot.Inference.Rerankers;
using BriefingBot.Slack;
using BriefingBot.Sources;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

// The composition root: the only place that picks implementations.
return await CommandLine.RunAsync(
    args,
    static (services, settings) =>
    {
        services.AddSingleton(TimeProvider.System);
        services.AddEncoder(options =>
            settings.GetSection(EncoderOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddReranker(options =>
            settings.GetSection(RerankerOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddEntailment(options =>
            settings.GetSection(EntailmentOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddLanguageModel(options => ModelSettings.Bind(settings, options));
        if (services.Any(static service => service.ServiceType == typeof(IChatClient)))
        {
            services.AddModelAnswers();
        }

        services.AddSqliteCoverageStore(options =>
            settings.GetSection("Storage").Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddOptions<SqliteStoreOptions>().PostConfigure<IOptions<DataOptions>>((store, data) => store.Path = data.Value.StorePath);
        services.AddSingleton<FindStoreDamage>(provider => provider.GetRequiredService<SqliteCoverageStore>().FindDamageAsync);

        services.AddDocumentFormats();
        services.AddSingleton<StoryGrouper>();
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<CoverageInspector>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<EncoderCalibrations>();
        services.AddSingleton<EncoderCalibrator>();
        services.AddSingleton<HybridRetriever>();
        services.AddSingleton<OverviewRetriever>();
        services.AddSingleton<ExtractiveComposer>();
        services.AddSingleton<GapRecorder>();
        services.AddSingleton<RequestTable>();
        services.AddSingleton<ConversationTurnHandler>();
        services.AddSingleton<PathWarming>();
        services.AddSingleton<LatestBriefing>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<EvaluationRunner>();

        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CoverageOptions>>().Value.ToSources());
        services.AddSourceFetching(options =>
            settings.GetSection(FetchingOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddChat();
        services.AddSlack(options =>
            settings.GetSection(SlackOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
        services.AddDiscord(options =>
            settings.GetSection(DiscordOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
        );
    }
);
