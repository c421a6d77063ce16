using BriefingBot.Cli;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Ingestion;

// The composition root: the only place that picks implementations.
return await CommandLine.RunAsync(args, static services =>
{
    services.AddSingleton(TimeProvider.System);
    services.AddSingleton<IngestionPipeline>();
    services.AddSingleton<ConversationTurnHandler>();
    services.AddSingleton<LatestBriefing>();
});
