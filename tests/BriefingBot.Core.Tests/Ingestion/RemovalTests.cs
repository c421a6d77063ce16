using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>What is gone because something broke is kept; what an editor removed goes.</summary>
public sealed class RemovalTests : IDisposable
{
    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task A_file_cut_between_two_lines_stops_before_it_removes()
    {
        _coverage.Add("wire.jsonl", Lines(0, 40)).Add("a.txt", "The mayor resigned on Monday.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("wire.jsonl", Lines(0, 25));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((41, 0), (report.Articles, report.Removed));
        Assert.Contains(report.HeldBack, removal => removal is { Source: "wire.jsonl", Gone: 15, Stored: 40 });
        Assert.Contains(report.Failed, failure => failure.Reason.Contains("--allow-removal", StringComparison.Ordinal));

        report = await _coverage.IndexAsync(Cancel, allowRemoval: true);

        Assert.Equal((26, 15), (report.Articles, report.Removed));
        Assert.Empty(report.HeldBack);
    }

    [Fact]
    public async Task A_confirmation_makes_the_removal_that_was_shown_and_no_other()
    {
        _coverage.Add("wire.jsonl", Lines(0, 40));
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("wire.jsonl", Lines(0, 25));
        string shown = (await _coverage.IndexAsync(Cancel)).HeldMark!;
        _coverage.Add("wire.jsonl", Lines(0, 20));

        var more = await _coverage.IndexAsync(Cancel, confirmed: shown);

        Assert.Equal((40, 0), (more.Articles, more.Removed));
        Assert.NotEqual(shown, more.HeldMark);

        var report = await _coverage.IndexAsync(Cancel, confirmed: more.HeldMark);

        Assert.Equal((20, 20), (report.Articles, report.Removed));
        Assert.Null(report.HeldMark);
        Assert.Empty(report.HeldBack);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_of_a_line_keeps_all_that_it_held()
    {
        _coverage.Add("wire.jsonl", Lines(0, 8));
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("wire.jsonl", Lines(0, 8)[..200]);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((8, 0), (report.Articles, report.Removed));
        Assert.Contains("malformed JSON", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_longer_mounted_stops_before_it_removes()
    {
        foreach (int i in Enumerable.Range(0, 60))
        {
            _coverage.Add($"{(i < 10 ? "share" : "own")}/{i}.txt", $"Story number {i} is told in one sentence.");
        }

        await _coverage.IndexAsync(Cancel);
        Directory.Delete(_coverage.PathOf("share"), recursive: true);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((60, 0), (report.Articles, report.Removed));
        Assert.Contains(report.HeldBack, removal => removal is { Source: "share/", Gone: 10, Stored: 10 });
    }

    [Fact]
    public async Task Another_coverage_in_the_same_place_adds_its_articles_and_removes_none()
    {
        _coverage.Add("wire.jsonl", Lines(0, 30));
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("wire.jsonl", Lines(100, 130));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((60, 30, 0), (report.Articles, report.Added, report.Removed));
    }

    [Fact]
    public async Task An_editor_removes_a_few_articles_of_many()
    {
        _coverage.Add("wire.jsonl", Lines(0, 60));
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("wire.jsonl", Lines(0, 50));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((50, 10), (report.Articles, report.Removed));
    }

    [Fact]
    public async Task An_article_that_becomes_a_draft_is_taken_out_and_said_to_be()
    {
        _coverage.Add("a.md", "---\ntitle: Bridge\n---\nThe council opened a bridge.").Add("b.txt", "The mayor resigned on Monday.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("a.md", "---\ntitle: Bridge\ndraft: true\n---\nThe council opened a bridge.");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Removed);
        Assert.Contains("draft", Assert.Single(report.Skipped).Reason, StringComparison.Ordinal);
        Assert.Empty(report.Failed);
        Assert.DoesNotContain(ArticleId.Parse("a"), _coverage.Store.Articles.Keys);
    }

    private static string Lines(int from, int to) =>
        string.Concat(
            Enumerable
                .Range(from, to - from)
                .Select(i => $"{{\"id\":\"n{i}\",\"text\":\"Story number {i} is told here in one sentence.\"}}\n")
        );
}
