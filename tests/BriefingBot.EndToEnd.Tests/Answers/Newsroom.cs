using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>A coverage folder with the real store, encoder and ingestion over it, asked on a fixed day.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private static readonly Lazy<IEmbeddingGenerator<string, Embedding<float>>> Encoder = new(static () => ShippedEncoder.Load());

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private Newsroom(string today, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(new FixedClock(Day(today)));
        services.AddSingleton(ShippedEncoder.Identity);
        services.AddSingleton(Encoder.Value);
        services.AddSqliteCoverageStore(store => store.Path = _folder["store.db"]);
        services.AddSingleton<StoryGrouper>();
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<SourceLimits>();
        services.AddSingleton<EncoderCalibrations>();
        services.AddSingleton(new ReferenceEncoder(static () => ShippedEncoder.Load()));
        services.AddSingleton<EncoderCalibrator>();
        services.AddSingleton<HybridRetriever>();
        services.AddSingleton<OverviewRetriever>();
        services.AddSingleton<ExtractiveComposer>();
        services.AddSingleton<GapRecorder>();
        services.AddSingleton<RequestTable>();
        services.AddSingleton<ConversationTurnHandler>();
        services.AddSingleton<LatestBriefing>();
        services.AddSingleton<EvaluationRunner>();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ICoverageStore Store => _services.GetRequiredService<ICoverageStore>();

    /// <summary>Indexes a folder that exists.</summary>
    public static async Task<Newsroom> OpenAsync(string coverage, string today, Action<IServiceCollection>? more = null)
    {
        Newsroom newsroom = new(today, more);
        await newsroom.IndexAsync(coverage);
        return newsroom;
    }

    /// <summary>Writes and indexes files; names may have folders.</summary>
    public static Task<Newsroom> OpenAsync(string today, params (string Name, string Text)[] files) => OpenAsync(today, null, files);

    /// <summary>Writes and indexes files, with further services.</summary>
    public static async Task<Newsroom> OpenAsync(string today, Action<IServiceCollection>? more, params (string Name, string Text)[] files)
    {
        Newsroom newsroom = new(today, more);
        foreach (var (name, text) in files)
        {
            newsroom._folder.Write($"coverage/{name}", text);
        }

        await newsroom.IndexAsync(newsroom._folder["coverage"]);
        return newsroom;
    }

    public Task<OutgoingMessage> AskAsync(string question, params string[] history) =>
        AskAsync(new IncomingMessage(question) { History = history });

    public Task<OutgoingMessage> AskAsync(IncomingMessage message, IProgress<TurnProgress>? progress = null) =>
        _services.GetRequiredService<ConversationTurnHandler>().HandleAsync(message, progress, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<BriefingEntry>> LatestAsync(string? topic = null, int count = 10, CoverageFilter? filter = null) =>
        (await BriefAsync(topic, count, filter)).Entries;

    public Task<Briefing> BriefAsync(string? topic = null, int count = 10, CoverageFilter? filter = null) =>
        _services
            .GetRequiredService<LatestBriefing>()
            .ReadAsync(topic, count, filter ?? CoverageFilter.None, ComposerChoice.Best, TestContext.Current.CancellationToken);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<EvaluationReport> EvaluateAsync(QuestionSet set, IProgress<int> progress) =>
        _services
            .GetRequiredService<EvaluationRunner>()
            .RunAsync(set, ComposerChoice.Best, progress, TestContext.Current.CancellationToken);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private async Task IndexAsync(string coverage)
    {
        await Store.OpenAsync(CancellationToken.None);
        await _services
            .GetRequiredService<IngestionPipeline>()
            .RunAsync([coverage], new IngestionChoices(), progress: null, CancellationToken.None);
    }

    private sealed class FixedClock(DateOnly today) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
