using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Sources;
using BriefingBot.Sources.Fetching;
using BriefingBot.Storage.Sqlite;
using BriefingBot.TestServers;
using BriefingBot.TestServers.News;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>A store with the real fetcher, beside a fake news host.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    /// <summary>The text of an article.</summary>
    public const string Story =
        "The council of Harrow opened a new bridge over the river on Thursday, the mayor said. It is 400 metres long "
        + "and cost 5 million dollars, half of which the state paid, and nobody complained.";

    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intake-");

    private Newsroom(FakeNewsServer news, ManualClock clock, NameResolver? resolve)
    {
        News = news;
        Clock = clock;
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(WordBagEncoder.Identity);
        services.AddSqliteCoverageStore(options => options.Path = Path.Combine(_folder.FullName, "store.sqlite"));
        if (resolve is not null)
        {
            services.AddSingleton(resolve);
        }

        services.AddSourceFetching(static options =>
        {
            options.PauseSeconds = 0;
            options.MaxMegabytes = 1;
        });
        services.AddSingleton<SourceChecker>();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The host of the sources.</summary>
    public FakeNewsServer News { get; }

    /// <summary>The time of the checks.</summary>
    public ManualClock Clock { get; }

    /// <summary>The sources.</summary>
    public ISourceStore Sources => _services.GetRequiredService<ISourceStore>();

    /// <summary>What was fetched, by file, without the register.</summary>
    public IReadOnlyList<string> Files =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .GetFiles(Folder, "*.json")
                    .Where(static file => !Path.GetFileName(file).StartsWith('.'))
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ]
            : [];

    /// <summary>Where its files lie.</summary>
    public string Folder => _services.GetRequiredService<IntakeFolder>().Of(SourceName.Parse("daily"));

    /// <summary>Starts it.</summary>
    public static async Task<Newsroom> StartAsync(CancellationToken cancellationToken, NameResolver? resolve = null)
    {
        Newsroom room = new(
            await FakeNewsServer.StartAsync(cancellationToken),
            new ManualClock(new DateTimeOffset(2024, 6, 21, 9, 0, 0, TimeSpan.Zero)),
            resolve
        );
        await room._services.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        return room;
    }

    /// <summary>Adds the source "daily".</summary>
    public async Task AddAsync(SourceKind kind, string path, Func<CoverageSource, CoverageSource>? change = null)
    {
        CoverageSource source = new(SourceName.Parse("daily"), kind, News.At(path).AbsoluteUri) { AllowsPrivate = true };
        Assert.True(await Sources.AddAsync(change?.Invoke(source) ?? source, TestContext.Current.CancellationToken));
    }

    /// <summary>Checks it, due or not.</summary>
    public async Task<SourceCheck> CheckAsync() =>
        Assert.IsType<SourceCheck>(
            await _services
                .GetRequiredService<SourceChecker>()
                .CheckAsync(await EntryAsync(), force: true, TestContext.Current.CancellationToken)
        );

    /// <summary>Checks it, due or not, unless somebody does already.</summary>
    public async Task<SourceCheck?> CheckIfFreeAsync() =>
        await _services
            .GetRequiredService<SourceChecker>()
            .CheckAsync(await EntryAsync(), force: true, TestContext.Current.CancellationToken);

    /// <summary>Checks it when it is due.</summary>
    public async Task<SourceCheck?> CheckIfDueAsync() =>
        await _services
            .GetRequiredService<SourceChecker>()
            .CheckAsync(await EntryAsync(), force: false, TestContext.Current.CancellationToken);

    /// <summary>The source with its state.</summary>
    public async Task<SourceEntry> EntryAsync() => Assert.Single(await Sources.ListAsync(TestContext.Current.CancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await News.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
