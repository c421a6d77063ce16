using BriefingBot.Cli;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Evaluation;

// The composition root: the only place that picks implementations.
return await CommandLine.RunAsync(args, static services =>
{
    services.AddSingleton(TimeProvider.System);
    services.AddSingleton<IngestionPipeline>();
    services.AddSingleton<QuestionReader>();
    services.AddSingleton<HybridRetriever>();
    services.AddSingleton<ExtractiveComposer>();
    services.AddSingleton<GapRecorder>();
    services.AddSingleton<ConversationTurnHandler>();
    services.AddSingleton<LatestBriefing>();
    services.AddSingleton<EvaluationRunner>();
});
