using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Storage.Tests.CoverageStore;

/// <summary>A store under test, and how it is searched.</summary>
public abstract class CoverageStoreTest
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the test's one store, again when called again; the caller need not close it.</summary>
    protected abstract Task<ICoverageStore> OpenAsync(EncoderIdentity encoder);

    protected Task<ICoverageStore> OpenAsync() => OpenAsync(Samples.Encoder);

    /// <summary>A store has heard of what another one committed on the same place.</summary>
    protected virtual void Hear(ICoverageStore store) { }

    protected static async Task<List<string>> FindTextsAsync(
        ICoverageStore store,
        string words,
        CoverageFilter? filter = null,
        int limit = 20
    )
    {
        var hits = await store.SearchWordsAsync(Samples.Stems(words), filter ?? CoverageFilter.None, limit, Ct);
        var passages = await store.LoadPassagesAsync([.. hits.Select(h => h.Key)], Ct);
        return [.. passages.Select(p => p.Text)];
    }

    protected static async Task<List<string>> FindNearestAsync(
        ICoverageStore store,
        float[] vector,
        CoverageFilter? filter = null,
        int limit = 20
    )
    {
        var hits = await store.SearchVectorsAsync(vector, filter ?? CoverageFilter.None, limit, Ct);
        var passages = await store.LoadPassagesAsync([.. hits.Select(h => h.Key)], Ct);
        return [.. passages.Select(p => p.Text)];
    }
}
