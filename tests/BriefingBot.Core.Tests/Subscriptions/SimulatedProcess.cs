using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>One process of the bot on a store's file whose clock the test moves and whose loops the test turns.</summary>
internal sealed class SimulatedProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SimulatedProcess(string file, TimeProvider clock, Action<IServiceCollection>? configure)
    {
        ServiceCollection services = new();
        services.AddSingleton(clock);
        services.AddSingleton(Log);
        services.AddSingleton(typeof(ILogger<>), typeof(RecordingLogger<>));
        services.AddSingleton(WordBagEncoder.Identity);
        services.AddSqliteCoverageStore(options => options.Path = file);
        services.AddSingleton<IChatPlatform>(new TestPlatform());
        services.AddChat();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public RecordedLog Log { get; } = new();

    public ICoverageStore Coverage => Get<ICoverageStore>();

    public static async Task<SimulatedProcess> StartAsync(
        string file,
        TimeProvider clock,
        CancellationToken cancellationToken,
        Action<IServiceCollection>? configure = null
    )
    {
        SimulatedProcess process = new(file, clock, configure);
        await process.Coverage.OpenAsync(cancellationToken);
        return process;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Stores an article with a body of one paragraph.</summary>
    public Task<SaveOutcome> SaveAsync(
        string id,
        string title,
        string body,
        CancellationToken cancellationToken,
        Func<Article, Article>? change = null
    )
    {
        string text = $"{title}\n\n{body}";
        Article article = new()
        {
            Id = ArticleId.Parse(id),
            Title = title,
            Text = text,
            Passages =
            [
                new Passage(0, PassageKind.Headline, 0, title.Length),
                new Passage(1, PassageKind.Body, title.Length + 2, text.Length),
            ],
        };
        article = change?.Invoke(article) ?? article;
        float[] vector = new float[WordBagEncoder.Identity.Dimensions];
        vector[0] = 1;
        return Coverage.SaveAsync(
            new IndexedArticle(article, text, [.. article.Passages.Select(passage => new IndexedPassage(passage, vector, []))]),
            cancellationToken
        );
    }

    /// <summary>Takes what was announced out of the journal as the one who posts does.</summary>
    public async Task<IReadOnlyList<Announcement>> TakeAsync(CancellationToken cancellationToken)
    {
        List<Announcement> taken = [];
        foreach (
            var turn in await Get<IQuestionJournal>()
                .ClaimUnfinishedAsync(["discord"], "test", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 1000, cancellationToken)
        )
        {
            taken.Add((await Get<IAnnouncementStore>().FindAsync(turn.Id, cancellationToken))!);
            await Get<IQuestionJournal>().FinishAsync(turn.Id, QuestionState.Answered, cancellationToken);
        }

        return taken;
    }

    public NewCoverage News => Get<NewCoverage>();

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
