using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Sources;

public sealed class BadSourcesTests : IDisposable
{
    private const string Good = "The council opened a new bridge over the river on Thursday.";

    private readonly CoverageFolder _coverage = new CoverageFolder().Add("good.txt", Good);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public Task Reports_an_empty_file() => FailsAsync("bad.txt", [], "empty");

    [Fact]
    public Task Reports_a_file_of_white_space() => FailsAsync("bad.txt", " \n\t\n"u8, "empty");

    [Fact]
    public Task Reports_a_file_of_page_furniture() => FailsAsync("bad.txt", "Send to\n\nLeave a Reply\n"u8, "nothing but page furniture");

    [Fact]
    public Task Reports_NUL_bytes() => FailsAsync("bad.txt", "GIF89a\0\0 text"u8, "binary");

    [Fact]
    public Task Reports_control_characters() =>
        FailsAsync("bad.txt", "\u0001\u0002\u0003\u0004\u0005\u0006\u0001\u0002\u0003\u0004 text"u8, "binary");

    [Fact]
    public Task Reports_the_offset_of_a_byte_that_is_not_UTF_8() =>
        FailsAsync("bad.txt", [(byte)'a', (byte)'b', 0xE9, (byte)'c'], "not UTF-8: byte 0xE9 at offset 2");

    [Fact]
    public Task Reports_a_huge_file() => FailsAsync("bad.txt", Encoding.ASCII.GetBytes(new string('a', (5 * 1024 * 1024) + 1)), "huge");

    [Fact]
    public Task Reports_duplicate_content_with_the_first_of_it() =>
        FailsAsync("same.txt", Encoding.UTF8.GetBytes(Good), "same content as good.txt");

    [Fact]
    public Task Reports_a_duplicate_name() =>
        FailsAsync("good.md", "The mayor resigned on Monday."u8, "duplicate id 'good': ", source: "good.txt");

    [Fact]
    public Task Reports_front_matter_that_is_never_closed() =>
        FailsAsync("bad.md", "---\ntitle: A\n\nText."u8, "malformed front matter: line 1");

    [Fact]
    public Task Reports_the_line_of_malformed_front_matter() =>
        FailsAsync("bad.md", "---\ntitle: A\nurl: [b\n---\nText."u8, "malformed YAML on line ");

    [Fact]
    public Task Reports_malformed_JSON_with_its_line() =>
        FailsAsync(
            "bad.jsonl",
            "{\"text\":\"One story.\"}\n\n{\"text\": nothing}\n"u8,
            "malformed JSON",
            source: "bad.jsonl#3",
            articles: 2
        );

    [Fact]
    public Task Reports_a_JSON_line_that_is_no_object() => FailsAsync("bad.jsonl", "[1,2]"u8, "one object", source: "bad.jsonl#1");

    [Fact]
    public Task Reports_a_record_without_text() =>
        FailsAsync("bad.jsonl", "{\"id\":\"x\",\"text\":null}"u8, "no \"text\"", source: "bad.jsonl#1");

    [Fact]
    public Task Reports_a_huge_line_and_reads_the_next() =>
        FailsAsync(
            "bad.jsonl",
            Encoding.ASCII.GetBytes("{\"text\":\"" + new string('a', 5 * 1024 * 1024) + "\"}\n{\"text\":\"One story.\"}"),
            "huge",
            source: "bad.jsonl#1",
            articles: 2
        );

    [Fact]
    public Task Reports_a_line_that_is_not_UTF_8() =>
        FailsAsync("bad.jsonl", [.. "{\"text\":\""u8, 0xFF, .. "\"}"u8], "not UTF-8: byte 0xFF at offset 9", source: "bad.jsonl#1");

    [Fact]
    public Task Reports_a_duplicate_record() =>
        FailsAsync(
            "two.jsonl",
            "{\"id\":\"a\",\"text\":\"One story.\"}\n{\"id\":\"b\",\"text\":\"One story.\"}"u8,
            "same content as two.jsonl#1",
            source: "two.jsonl#2",
            articles: 2
        );

    [Fact]
    public Task Reports_the_line_of_a_malformed_manifest() =>
        FailsAsync("coverage.yaml", "defaults:\n  outlet: A\nfile:\n  a.txt: b\n"u8, "line 3: 'file'");

    [Fact]
    public async Task Keeps_an_article_whose_date_can_be_read_two_ways_and_says_so()
    {
        _coverage.Add("a.jsonl", "{\"id\":\"x\",\"published\":\"03/04/2023\",\"url\":\"ftp://x\",\"text\":\"One story.\"}");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(2, report.Added);
        Assert.Equal(2, report.Failed.Count);
        Assert.Contains("'published'", report.Failed[0].Reason, StringComparison.Ordinal);
        Assert.Contains("'url'", report.Failed[1].Reason, StringComparison.Ordinal);
        Assert.Null(_coverage.Store.Articles[ArticleId.Parse("x")].Article.Published);
    }

    [Fact]
    public async Task Keeps_what_is_stored_of_a_file_that_cannot_be_opened()
    {
        _coverage.Add("a.txt", "The mayor resigned on Monday.");
        await _coverage.IndexAsync(Cancel);
        using var held = new FileStream(_coverage.PathOf("a.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((2, 0), (report.Articles, report.Removed));
        Assert.Contains("cannot be read", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_an_article_whose_file_became_useless()
    {
        _coverage.Add("a.txt", "The mayor resigned on Monday.");
        await _coverage.IndexAsync(Cancel);
        _coverage.Add("a.txt", "");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal((2, 0), (report.Articles, report.Removed));
        Assert.Contains("empty", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_hidden_files_alone_and_names_the_kinds_that_it_does_not_read()
    {
        _coverage
            .Add(".hidden.txt", "Hidden.")
            .Add(".git/a.txt", "Hidden.")
            .Add("photo.jpg", [0, 1, 2])
            .Add("other.jpg", [3])
            .Add("notes.xlsx", "x");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Added);
        Assert.Empty(report.Failed);
        Assert.Equal(["notes.xlsx", "other.jpg"], report.Skipped.Select(skipped => skipped.Source));
        Assert.Contains("2 files with .jpg", report.Skipped[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_nothing_to_read_is_an_error()
    {
        File.Delete(_coverage.PathOf("good.txt"));
        _coverage.Add("photo.jpg", [0, 1, 2]);

        await Assert.ThrowsAsync<CoverageNotFoundException>(() => _coverage.IndexAsync(Cancel));
    }

    [Fact]
    public async Task Reads_UTF_16_with_a_byte_order_mark()
    {
        _coverage.Add("wide.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("The mayor’s café closed.")]);

        await _coverage.IndexAsync(Cancel);

        Assert.Equal("The mayor’s café closed.", _coverage.Store.Articles[ArticleId.Parse("wide")].Article.Text);
    }

    private Task FailsAsync(string path, ReadOnlySpan<byte> content, string reason, string? source = null, int articles = 1) =>
        FailsAsync(path, content.ToArray(), reason, source, articles);

    private async Task FailsAsync(string path, byte[] content, string reason, string? source, int articles)
    {
        _coverage.Add(path, content);

        var report = await _coverage.IndexAsync(Cancel);

        var failure = Assert.Single(report.Failed);
        Assert.Equal(source ?? path, failure.Source);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Reason);
        Assert.Equal(articles, report.Articles);
    }
}
