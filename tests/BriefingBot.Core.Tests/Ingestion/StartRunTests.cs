using Xunit;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>What a start reads of a coverage that was indexed before.</summary>
public sealed class StartRunTests : IDisposable
{
    private const string Before = "The mayor resigned on Monday after a long debate.";
    private const string After = "The mayor remained on Monday after a long debate.";
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(2);
    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task Files_of_the_same_names_sizes_and_times_are_not_opened_again()
    {
        _coverage.Add("a.txt", Before).Add("b.txt", "A third story, told in one sentence.").Age("a.txt", LongAgo).Age("b.txt", LongAgo);
        var time = File.GetLastWriteTimeUtc(_coverage.PathOf("a.txt"));
        await _coverage.IndexAsync(Cancel);

        // Only with its time set back can be told that it was not opened.
        _coverage.Add("a.txt", After);
        File.SetLastWriteTimeUtc(_coverage.PathOf("a.txt"), time);

        var start = await _coverage.IndexAsync(Cancel, atStart: true);
        var asked = await _coverage.IndexAsync(Cancel);

        Assert.Equal((0, 2, 0), (start.Updated, start.Unchanged, start.Removed));
        Assert.Equal((1, 1), (asked.Updated, asked.Unchanged));
    }

    [Fact]
    public async Task A_file_that_was_changed_added_or_deleted_is_found_at_the_start()
    {
        _coverage.Add("a.txt", Before).Add("b.txt", "A third story, told in one sentence.").Age("a.txt", LongAgo).Age("b.txt", LongAgo);
        await _coverage.IndexAsync(Cancel);

        _coverage.Add("a.txt", After);
        Assert.Equal(1, (await _coverage.IndexAsync(Cancel, atStart: true)).Updated);

        _coverage.Age("a.txt", LongAgo).Add("c.txt", "A fourth story, told in one sentence.");
        Assert.Equal(1, (await _coverage.IndexAsync(Cancel, atStart: true)).Added);

        _coverage.Age("c.txt", LongAgo);
        File.Delete(_coverage.PathOf("b.txt"));
        Assert.Equal(1, (await _coverage.IndexAsync(Cancel, atStart: true)).Removed);

        _coverage.Add("coverage.yaml", "files:\n  a.txt:\n    published: 2024-02-23\n");
        Assert.Equal(1, (await _coverage.IndexAsync(Cancel, atStart: true)).Updated);
    }

    [Fact]
    public async Task A_file_that_was_written_a_moment_before_it_was_read_is_read_again()
    {
        _coverage.Add("a.txt", Before);

        await _coverage.IndexAsync(Cancel);

        Assert.Null(_coverage.Store.Seen);
    }

    [Fact]
    public async Task What_could_not_be_read_is_tried_and_named_at_each_start()
    {
        _coverage
            .Add("a.jsonl", "{\"id\":\"x\",\"text\":\"The ferry sank in the storm, police said.\"}\n{broken\n")
            .Age("a.jsonl", LongAgo);

        var first = await _coverage.IndexAsync(Cancel);
        var start = await _coverage.IndexAsync(Cancel, atStart: true);

        Assert.Single(first.Failed);
        Assert.Equal(first.Failed, start.Failed);
    }

    [Fact]
    public async Task Another_encoder_reads_all()
    {
        _coverage.Add("a.txt", Before).Age("a.txt", LongAgo);
        await _coverage.IndexAsync(Cancel);

        var start = await _coverage.IndexAsync(Cancel, encoder: "test/2", atStart: true);

        Assert.Equal((1, 0), (start.Updated, start.Unchanged));
    }
}
