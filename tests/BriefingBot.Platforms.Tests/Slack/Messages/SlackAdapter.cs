using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Encoders;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using BriefingBot.Sources;
using BriefingBot.Storage.Sqlite;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

/// <summary>The adapter on a real store and a fake Slack, with answers that the test makes up; no bot process, no coverage.</summary>
internal sealed class SlackAdapter : IAsyncDisposable
{
    private const int Sockets = 1;
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();
    private readonly IChatPlatform _platform;
    private Task _running = Task.CompletedTask;

    private SlackAdapter(FakeSlackServer slack, DataFolder data, WebApiTimings? timings)
    {
        ServiceCollection services = new();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
        services.AddEncoder(static _ => { });
        services.AddSqliteCoverageStore(options => options.Path = Path.Combine(data.Path, "briefingbot.sqlite"));
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
        services.AddSingleton(new CoverageSources([]));
        services.AddSourceFetching(static _ => { });
        services.AddChat();
        services.AddSingleton(timings ?? new WebApiTimings { Retry = TimeSpan.FromMilliseconds(5), Answer = TimeSpan.FromSeconds(3) });
        services.AddSlack(options =>
        {
            (options.BotToken, options.AppToken, options.ApiBaseUrl) = (slack.BotToken, slack.AppToken, slack.ApiAddress.ToString());
            (options.Connections, options.ConnectionStagger) = (Sockets, 0);
        });
        services.Configure<ChatOptions>(static options => options.PublicBaseUrl = "https://briefing.example.org");
        _services = services.BuildServiceProvider();
        _platform = _services.GetRequiredService<IChatPlatform>();
        Slack = slack;
    }

    public FakeSlackServer Slack { get; }

    public TestLog Log { get; } = new();

    public static async Task<SlackAdapter> StartAsync(
        FakeSlackServer slack,
        DataFolder data,
        CancellationToken cancellationToken,
        WebApiTimings? timings = null
    )
    {
        SlackAdapter adapter = new(slack, data, timings);
        await adapter.Get<ICoverageStore>().OpenAsync(cancellationToken);
        adapter._running = adapter._platform.RunAsync(adapter._stop.Token);
        await slack.Sockets.WaitForConnectedAsync(Sockets, cancellationToken: cancellationToken);
        return adapter;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task ShowAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken) =>
        _platform.ShowProgressAsync(question, progress, cancellationToken);

    /// <summary>Shows an answer that is still being written.</summary>
    public Task ShowAsync(ChatQuestion question, ChatAnswer answer, int sentences, CancellationToken cancellationToken) =>
        ShowAsync(
            question,
            new ChatProgress(
                "Reading 12 passages",
                new AnswerInProgress([.. answer.Sentences.Take(sentences)], [.. answer.Citations.Take(sentences)]),
                true
            ),
            cancellationToken
        );

    /// <summary>Delivers a reply as the runner does; what was accepted before is in the journal.</summary>
    public async Task DeliverAsync(
        ChatQuestion question,
        ChatReply reply,
        CancellationToken cancellationToken,
        int attempt = 1,
        bool forgets = false
    )
    {
        var journal = Get<IQuestionJournal>();
        await journal.TryBeginAsync(question, "test", TimeSpan.FromMinutes(1), cancellationToken);
        var delivered = forgets ? [] : (await journal.FindAsync(question.Id, cancellationToken))!.Delivered;
        await _platform.DeliverAsync(new ChatDelivery(question, reply, ReplyStyle.Reply, delivered, journal, attempt), cancellationToken);
    }

    public async Task<IReadOnlyList<DeliveredPart>> DeliveredAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        (await Get<IQuestionJournal>().FindAsync(question.Id, cancellationToken))!.Delivered;

    /// <summary>The question of a message, as the triage makes it.</summary>
    public ChatQuestion QuestionOf(FakeMessage message, ChatQuestionKind kind = ChatQuestionKind.Mention)
    {
        bool isDirect = message.Channel.Type == ChannelType.DirectMessage;
        return new ChatQuestion
        {
            Id = new ChatQuestionId("slack", $"{Slack.TeamId}/{message.Channel.Id}/{message.Ts}"),
            Address = new ChatAddress("slack", Slack.TeamId, message.Channel.Id, isDirect ? message.RootTs : message.ThreadTs, isDirect),
            User = new ChatUser(message.Author.Id),
            Text = "Who signed what?",
            Kind = isDirect ? ChatQuestionKind.Direct : kind,
            MessageId = message.Ts,
            Asked = DateTimeOffset.UnixEpoch,
        };
    }

    /// <summary>An answer of these sentences, each with a citation of its own.</summary>
    public static ChatAnswer AnswerOf(ChatQuestion question, params IReadOnlyList<string> sentences) =>
        new()
        {
            Id = AnswerId.Of(question.Id),
            Question = question.Id,
            Conversation = ConversationId.Of(question),
            Address = question.Address,
            UserId = question.User.Id,
            IsPrivate = question.IsPrivate,
            QuestionText = question.Text,
            Sentences = [.. sentences.Select(static (text, i) => new VerifiedSentence(text, [i + 1], i > 0 && i % 2 == 0))],
            Citations =
            [
                .. sentences.Select(
                    static (text, i) =>
                        new Citation(i + 1, HeaderOf(i + 1), new PassageId(ArticleId.Parse($"a{i + 1}"), 1, 0), 0, text.Length, text)
                ),
            ],
            Nearest = [],
            AsOf = new DateOnly(2026, 3, 1),
            Answered = DateTimeOffset.UnixEpoch,
        };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        _stop.Dispose();
        Log.Dispose();
    }

    private static ArticleHeader HeaderOf(int number) =>
        new(
            ArticleId.Parse($"a{number}"),
            1,
            $"Title {number} <!channel> | of *many*",
            false,
            "The <@U0> Daily",
            null,
            PublicationDate.Parse("2026-02-28"),
            DateOrigin.BylineLine,
            null,
            "default"
        );
}
