using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Sources;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ChatOptions = BriefingBot.Core.Chat.ChatOptions;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>One process of the bot on a store's file: everything real but encoder, clock and platform.</summary>
internal sealed class ChatBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private ChatBot(string store, string coverage, Action<ChatOptions>? configure)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Log);
        services.AddSingleton(typeof(ILogger<>), typeof(RecordingLogger<>));
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(Encoder);
        services.AddSingleton(WordBagEncoder.Identity);
        services.AddSqliteCoverageStore(options => options.Path = store);
        services.AddOptions<RetrievalOptions>();
        services.AddOptions<AnsweringOptions>();
        services.AddSingleton<StoryGrouper>();
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
        services.AddSingleton(new CoverageSources([coverage]));
        services.AddSourceFetching(static _ => { });
        services.AddSingleton<IChatPlatform>(Platform);
        services.AddChat();
        services.Configure<ChatOptions>(options => configure?.Invoke(options));
        _services = services.BuildServiceProvider();
    }

    public FastClock Clock { get; } = new();

    public WordBagEncoder Encoder { get; } = new();

    public TestPlatform Platform { get; } = new();

    public RecordedLog Log { get; } = new();

    public ChatInbox Inbox => Get<ChatInbox>();

    public IQuestionJournal Journal => Get<IQuestionJournal>();

    public IConversationLog Conversations => Get<IConversationLog>();

    public IChatStateStore State => Get<IChatStateStore>();

    public ICoverageStore Store => Get<ICoverageStore>();

    /// <summary>Opens the store; nothing runs yet.</summary>
    public static async Task<ChatBot> OpenAsync(
        ChatFolder folder,
        CancellationToken cancellationToken,
        Action<ChatOptions>? configure = null
    )
    {
        ChatBot bot = new(folder.Store, folder.Coverage, configure);
        await bot.Store.OpenAsync(cancellationToken);
        return bot;
    }

    /// <summary>Opens the store, indexes the coverage and answers questions.</summary>
    public static async Task<ChatBot> StartAsync(
        ChatFolder folder,
        CancellationToken cancellationToken,
        Action<ChatOptions>? configure = null
    )
    {
        var bot = await OpenAsync(folder, cancellationToken, configure);
        await bot.Get<IngestionPipeline>().RunAsync([folder.Coverage], new IngestionChoices(), null, cancellationToken);
        bot.Start();
        return bot;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Start() => _running = Get<ChatTurnRunner>().RunAsync(_stop.Token);

    /// <summary>Stops as the host does.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Waits until the journal has a question in a state.</summary>
    public async Task<JournaledQuestion> WaitForAsync(ChatQuestionId id, QuestionState state, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            if (await Journal.FindAsync(id, cancellationToken) is { } entry && entry.State == state)
            {
                return entry;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _services.DisposeAsync();
    }
}
