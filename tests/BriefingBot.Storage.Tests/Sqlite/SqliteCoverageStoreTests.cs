using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteCoverageStoreTests : CoverageStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Reading_leaves_every_byte_as_it_was()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "One.")), Ct);
        var before = await ReadFilesAsync();

        var other = await OpenAsync();
        await other.GetFingerprintsAsync(Ct);
        await other.GetStatusAsync(Ct);
        await other.ActivateEncoderAsync(Ct);
        Assert.False(await other.WithdrawAsync(ArticleId.Parse("unknown"), Ct));
        Assert.Equal(["One."], await FindTextsAsync(other, "one"));
        Assert.Equal(2, (await FindNearestAsync(other, Samples.Vector("One."))).Count);

        Assert.Equal(before, await ReadFilesAsync());
    }

    private async Task<List<byte[]>> ReadFilesAsync() =>
        [await File.ReadAllBytesAsync(_factory.Path, Ct), await File.ReadAllBytesAsync(_factory.Path + "-wal", Ct)];

    protected override async Task<ICoverageStore> OpenAsync(EncoderIdentity encoder)
    {
        var store = _factory.Create(encoder, Clock);
        await store.OpenAsync(Ct);
        return store;
    }
}
