using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Encoders;
using BriefingBot.Sources;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The bot over the sample coverage, or another, without a host; indexed when it is given.</summary>
internal static class ChatServices
{
    public static async Task<ServiceProvider> BuildAsync(
        string folder,
        Action<IServiceCollection> addPlatform,
        CancellationToken cancellationToken,
        string? coverage = null
    )
    {
        string seeds = coverage ?? Path.Combine(AppContext.BaseDirectory, "seeds");
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddEncoder(static _ => { });
        services.AddSqliteCoverageStore(options => options.Path = Path.Combine(folder, "briefingbot.sqlite"));
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<SourceLimits>();
        services.AddSingleton<EncoderCalibrations>();
        services.AddSingleton<HybridRetriever>();
        services.AddSingleton<OverviewRetriever>();
        services.AddSingleton<ExtractiveComposer>();
        services.AddSingleton<GapRecorder>();
        services.AddSingleton<RequestTable>();
        services.AddSingleton<ConversationTurnHandler>();
        services.AddSingleton<LatestBriefing>();
        services.AddSingleton(new CoverageSources([seeds]));
        services.AddSourceFetching(static _ => { });
        services.AddChat();
        // So many questions of one person are the purpose here, and a line about them would count as an answer.
        services.Configure<ChatOptions>(static options => options.FloodNotice = 1000);
        addPlatform(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        await provider.GetRequiredService<IngestionPipeline>().RunAsync([seeds], new IngestionChoices(), null, cancellationToken);
        return provider;
    }
}
