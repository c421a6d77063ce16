using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Articles;
using BriefingBot.Core.Briefings.Timelines;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Core.Commands;

/// <summary>Registers all that decides: reading articles, finding passages, answering. Adapters bring store, encoder and model.</summary>
public static class CoreRegistration
{
    /// <summary>
    /// Adds the way of an article into the store and the way of a question out of it, past a language model where one was added before.
    /// </summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddSingleton<StoryGrouper>();
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<CoverageInspector>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<SourceLimits>();
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
        services.AddSingleton<ArticleFinder>();
        services.AddSingleton<TimelineReader>();
        return services.AddModelAnswers();
    }
}
