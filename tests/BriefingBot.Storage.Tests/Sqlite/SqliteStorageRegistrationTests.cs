using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteStorageRegistrationTests
{
    [Fact]
    public async Task The_store_is_made_from_the_container()
    {
        using TempFolder folder = new();
        await using var provider = Build(folder.File("store.sqlite"));
        var store = provider.GetRequiredService<ICoverageStore>();

        await store.OpenAsync(TestContext.Current.CancellationToken);

        Assert.Same(store, provider.GetRequiredService<SqliteCoverageStore>());
        Assert.True(File.Exists(folder.File("store.sqlite")));
    }

    [Fact]
    public void A_store_without_a_path_is_refused()
    {
        using var provider = Build(" ");

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICoverageStore>);
        Assert.Contains("path", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(string path)
    {
        ServiceCollection services = new();
        services
            .AddSingleton(Samples.Encoder)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILogger<SqliteCoverageStore>>(NullLogger<SqliteCoverageStore>.Instance);
        services.AddSqliteCoverageStore(o => o.Path = path);
        return services.BuildServiceProvider();
    }
}
