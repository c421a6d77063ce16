using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion;

public sealed class IngestionPipelineTests : IDisposable
{
    private const string Story =
        "Council opens bridge\n\nJune 3, 2021\n\nThe council opened a new bridge over the river on Thursday. It cost 5 million dollars.";

    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task Indexes_every_article_once_with_a_vector_for_each_passage()
    {
        _coverage
            .Add("b.txt", Story)
            .Add("sub/a.md", "# Mayor resigns\n\nThe mayor resigned on Monday after a long debate.")
            .Add("c.jsonl", "{\"id\":\"c1\",\"text\":\"The ferry sank in the storm, police said.\"}\n");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(["b", "c1", "sub/a"], _coverage.Store.Articles.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Equal((3, 3, 0, 0, 0), (report.Articles, report.Added, report.Updated, report.Unchanged, report.Removed));
        Assert.Empty(report.Failed);
        foreach (var indexed in _coverage.Store.Articles.Values)
        {
            Assert.Equal(indexed.Article.Passages, indexed.Passages.Select(passage => passage.Passage));
            Assert.All(
                indexed.Passages,
                passage =>
                {
                    int prefix = passage.Passage.Kind == PassageKind.Body ? indexed.Article.Title.Length + 2 : 0;
                    Assert.Equal(prefix + passage.Passage.End - passage.Passage.Start, passage.Vector.Span[0]);
                }
            );
        }

        Assert.Contains(
            "Council opens bridge. The council opened a new bridge over the river on Thursday. It cost 5 million dollars.",
            _coverage.Encoder.Texts
        );
        Assert.Contains("Council opens bridge", _coverage.Encoder.Texts);
    }

    [Fact]
    public async Task Does_nothing_when_nothing_changed()
    {
        _coverage.Add("a.txt", Story).Add("b.jsonl", "{\"id\":\"x\",\"text\":\"The ferry sank in the storm, police said.\"}");
        await _coverage.IndexAsync(Cancel);
        int changes = _coverage.Store.Changes.Count;
        int calls = _coverage.Encoder.Calls.Count;

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((2, 0, 0, 2, 0), (report.Articles, report.Added, report.Updated, report.Unchanged, report.Removed));
        Assert.Equal((changes, calls), (_coverage.Store.Changes.Count, _coverage.Encoder.Calls.Count));
    }

    [Fact]
    public async Task Updates_what_changed_and_withdraws_what_is_gone()
    {
        _coverage
            .Add("a.txt", Story)
            .Add("b.txt", "The mayor resigned on Monday after a long debate.")
            .Add("c.txt", "A third story, told in one sentence.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("a.txt", Story + " A correction was made.");
        File.Delete(_coverage.PathOf("b.txt"));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((2, 0, 1, 1, 1), (report.Articles, report.Added, report.Updated, report.Unchanged, report.Removed));
        Assert.Equal(["Revised a", "Withdrawn b"], _coverage.Store.Changes[^2..]);
    }

    [Fact]
    public async Task A_manifest_entry_that_changes_renews_its_article_only()
    {
        _coverage.Add("a.txt", "The mayor resigned on Monday after a long debate.").Add("b.txt", "A third story, told in one sentence.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("coverage.yaml", "files:\n  a.txt:\n    published: 2024-02-23\n");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((1, 1), (report.Updated, report.Unchanged));
        Assert.Equal(DateOrigin.Manifest, _coverage.Store.Articles[ArticleId.Parse("a")].Article.DateOrigin);
    }

    [Fact]
    public async Task Another_encoder_renews_every_vector_and_is_activated_at_the_end()
    {
        _coverage.Add("a.txt", Story).Add("b.txt", "A third story, told in one sentence.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Store.EncoderMatches = false;

        var report = await _coverage.IndexAsync(Cancel, encoder: "test/2");

        Assert.Equal((0, 2, 0), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal(["Refreshed a", "Refreshed b", "Activated"], _coverage.Store.Changes[^3..]);
    }

    [Fact]
    public async Task A_rebuild_embeds_unchanged_articles_again()
    {
        _coverage.Add("a.txt", Story);
        await _coverage.IndexAsync(Cancel);

        var report = await _coverage.IndexAsync(Cancel, rebuild: true);

        Assert.Equal((1, 0), (report.Updated, report.Unchanged));
        Assert.Equal(2, _coverage.Encoder.Calls.Count);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_changes_nothing()
    {
        _coverage.Add("a.txt", Story);
        await _coverage.IndexAsync(Cancel);

        var error = await Assert.ThrowsAsync<CoverageNotFoundException>(() =>
            _coverage.IndexAsync(Cancel, paths: [_coverage.Root, _coverage.PathOf("gone")])
        );

        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
        Assert.Single(_coverage.Store.Changes);
    }

    [Fact]
    public async Task An_emptied_folder_does_not_empty_the_store()
    {
        _coverage.Add("a.txt", Story);
        await _coverage.IndexAsync(Cancel);
        File.Delete(_coverage.PathOf("a.txt"));
        await Assert.ThrowsAsync<CoverageNotFoundException>(() => _coverage.IndexAsync(Cancel));
        _coverage.Add("a.txt", "");

        var error = await Assert.ThrowsAsync<CoverageNotFoundException>(() => _coverage.IndexAsync(Cancel));

        Assert.Contains("empty", error.Message, StringComparison.Ordinal);
        Assert.Single(_coverage.Store.Articles);
    }

    [Fact]
    public async Task Embeds_in_large_batches()
    {
        _coverage.Add(
            "many.jsonl",
            string.Concat(
                Enumerable.Range(0, 1500).Select(i => $"{{\"id\":\"n{i}\",\"text\":\"Story number {i} is told here in one sentence.\"}}\n")
            )
        );

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1500, report.Added);
        Assert.All(_coverage.Encoder.Calls.SkipLast(1), call => Assert.True(call.Count >= 256));
    }

    [Fact]
    public async Task Tells_how_far_it_is_after_every_article()
    {
        _coverage.Add("a.txt", Story).Add("b.txt", "").Add("c.jsonl", "{\"id\":\"x\",\"text\":\"The ferry sank in the storm.\"}\n");
        var told = new List<IngestionProgress>();

        await _coverage.IndexAsync(Cancel, progress: new Told(told));

        Assert.Equal([1, 2, 3], told.Select(progress => progress.Done));
        Assert.All(told, progress => Assert.Equal(3, progress.Total));
    }

    [Fact]
    public async Task Cancelling_stops_between_articles_and_keeps_what_was_saved()
    {
        _coverage.Add(
            "many.jsonl",
            string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"id\":\"n{i}\",\"text\":\"Story number {i} is told here.\"}}\n"))
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _coverage.Store.OnSave = _ =>
        {
            if (_coverage.Store.Articles.Count == 10)
            {
                stop.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _coverage.IndexAsync(stop.Token));

        Assert.Equal(10, _coverage.Store.Articles.Count);
    }

    [Fact]
    public async Task An_error_of_the_store_comes_out_as_it_is()
    {
        _coverage.Add("a.txt", Story);
        _coverage.Store.OnSave = _ => throw new Core.Retrieval.Store.StoreException("The disk is full.");

        var error = await Assert.ThrowsAsync<Core.Retrieval.Store.StoreException>(() => _coverage.IndexAsync(Cancel));

        Assert.Equal("The disk is full.", error.Message);
    }

    private sealed class Told(List<IngestionProgress> told) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value) => told.Add(value);
    }
}
