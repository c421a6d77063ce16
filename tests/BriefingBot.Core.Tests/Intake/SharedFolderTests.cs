using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

public sealed class SharedFolderTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-shared-");
    private ServiceProvider _services = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IChatStateStore State => _services.GetRequiredService<IChatStateStore>();

    public async ValueTask InitializeAsync()
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(WordBagEncoder.Identity);
        services.AddSqliteCoverageStore(options => options.Path = Path.Combine(_folder.FullName, "store.sqlite"));
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<ICoverageStore>().OpenAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Replicas_that_share_a_store_must_see_the_same_fetched_articles()
    {
        await Replica("one", isShared: true).RequireAsync(Ct);
        await Replica("one", isShared: true).RequireAsync(Ct);

        var error = await Assert.ThrowsAsync<StoreException>(() => Replica("two", isShared: true).RequireAsync(Ct));

        Assert.Contains("is not the folder that the others use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_came_from_another_machine_with_its_mark_is_known()
    {
        await Replica("one", isShared: true).RequireAsync(Ct);
        Directory.Move(Path.Combine(_folder.FullName, "one"), Path.Combine(_folder.FullName, "moved"));

        await Replica("moved", isShared: true).RequireAsync(Ct);
    }

    [Fact]
    public async Task A_store_of_one_process_marks_nothing()
    {
        await Replica("one", isShared: false).RequireAsync(Ct);

        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "one")));
    }

    private SharedFolder Replica(string name, bool isShared) =>
        new(new IntakeFolder(Path.Combine(_folder.FullName, name)), State, new StoreSharing(isShared));
}
