using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Files made to stop, slow or empty a reader: each is reported in one line, and the others are read.</summary>
public sealed class HostileSourcesTests : IDisposable
{
    private const string Story = "The council opened a new bridge over the river on Thursday.";

    private readonly CoverageFolder _coverage = new CoverageFolder().Add("good.txt", "The mayor resigned on Monday.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    public static TheoryData<string> FrontMatters =>
        [
            "title: &a [*a]",
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d "
                + "[*c,*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: *d",
            "title: " + new string('[', 50_000),
            "title: " + new string('{', 50_000),
            string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")),
            "title: &x a\nauthor: *x",
        ];

    [Theory]
    [MemberData(nameof(FrontMatters))]
    public async Task Front_matter_without_bounds_is_refused_at_once(string yaml)
    {
        long started = Stopwatch.GetTimestamp();
        _coverage.Add("bad.md", $"---\n{yaml}\n---\n{Story}");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Added);
        Assert.Equal("bad.md", Assert.Single(report.Failed).Source);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [MemberData(nameof(FrontMatters))]
    public async Task A_manifest_without_bounds_is_refused_at_once(string yaml)
    {
        _coverage.Add("coverage.yaml", yaml);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Added);
        Assert.Contains("read without it", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Toml_and_json_without_bounds_are_refused_at_once()
    {
        _coverage
            .Add("a.md", $"+++\ntitle = {new string('[', 50_000)}\n+++\n{Story}")
            .Add("b.json", new string('[', 50_000))
            .Add("c.jsonl", "{\"text\":" + new string('[', 50_000) + "\n")
            .Add("d.json", "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5000)));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Added);
        Assert.Equal(["a.md", "b.json", "c.jsonl#1", "d.json"], report.Failed.Select(failure => failure.Source));
    }

    [Fact]
    public async Task A_pipe_is_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var make = Process.Start("mkfifo", _coverage.PathOf("pipe.txt")))
        {
            await make.WaitForExitAsync(Cancel);
        }

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(1, report.Added);
        Assert.Equal("pipe.txt", Assert.Single(report.Failed).Source);
    }

    [Fact]
    public async Task A_link_out_of_the_coverage_is_named_and_not_followed_and_one_inside_is()
    {
        using var outside = new CoverageFolder().Add("secret.txt", "A secret story, told in one sentence.");
        Directory.CreateDirectory(_coverage.PathOf("real"));
        _coverage.Add("real/story.dat", Story);
        File.CreateSymbolicLink(_coverage.PathOf("leak.txt"), outside.PathOf("secret.txt"));
        Directory.CreateSymbolicLink(_coverage.PathOf("leaks"), outside.Root);
        File.CreateSymbolicLink(_coverage.PathOf("lost.txt"), _coverage.PathOf("nowhere.txt"));
        File.CreateSymbolicLink(_coverage.PathOf("linked.txt"), Path.Combine("real", "story.dat"));
        Directory.CreateSymbolicLink(_coverage.PathOf("loop"), _coverage.Root);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(["good", "linked"], _coverage.Store.Articles.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["leak.txt", "leaks", "lost.txt"], report.Failed.Select(failure => failure.Source));
    }

    [Fact]
    public async Task Bombs_of_all_kinds_are_reported_in_bounded_time()
    {
        _coverage
            .Add(
                "bomb.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                    + "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>"
            )
            .Add("deep.xml", string.Concat(Enumerable.Repeat("<a>", 10_000)))
            .Add("deep.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 10_000)) + Story)
            .Add("bomb.docx", Docx(new string(' ', 200 * 1024 * 1024)))
            .Add("bomb.txt.gz", Gzip(new string('a', 40 * 1024 * 1024)))
            .Add("noise.pdf", "%PDF-1.4 nothing of the kind")
            .Add("noise.eml", "\u0001\u0002");
        long started = Stopwatch.GetTimestamp();

        var report = await _coverage.IndexAsync(Cancel);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
        Assert.All(
            ["bomb.xml", "deep.xml", "deep.html", "bomb.docx", "bomb.txt.gz", "noise.pdf", "noise.eml"],
            source => Assert.Single(report.Failed, failure => failure.Source == source)
        );
        Assert.Contains(Story, _coverage.Store.Articles[ArticleId.Parse("deep")].Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_of_five_megabytes_and_a_document_of_ten_thousand_pages_are_read_within_bounds()
    {
        _coverage
            .Add(
                "long.txt",
                "Council opens bridge\n\n"
                    + string.Concat(Enumerable.Repeat("The council opened the new bridge over the river, and ", 90_000))
            )
            .Add(
                "longer.txt",
                "Council opens bridge\n\n"
                    + string.Concat(Enumerable.Repeat("The council opened the new bridge over the river, and ", 100_000))
            )
            .Add("pages.pdf", Pdf(10_000));
        long started = Stopwatch.GetTimestamp();

        var report = await _coverage.IndexAsync(Cancel);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
        Assert.Contains(
            "not prose",
            Assert.Single(report.Failed, failure => failure.Source == "long.txt").Reason,
            StringComparison.Ordinal
        );
        Assert.Contains("5 MB", Assert.Single(report.Failed, failure => failure.Source == "longer.txt").Reason, StringComparison.Ordinal);
        Assert.Contains(
            "10000 pages",
            Assert.Single(report.Failed, failure => failure.Source == "pages.pdf").Reason,
            StringComparison.Ordinal
        );
        Assert.Contains("opened", _coverage.Store.Articles[ArticleId.Parse("pages")].Article.Text, StringComparison.Ordinal);
    }

    /// <summary>A document whose pages all show the same two lines.</summary>
    private static byte[] Pdf(int pages)
    {
        const string Content =
            "BT /F1 12 Tf 72 720 Td (Council opens bridge) Tj 0 -40 Td (The council opened a new bridge over the river on Thursday.) Tj ET";
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(5, pages).Select(number => $"{number} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream",
            .. Enumerable.Repeat(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>",
                pages
            ),
        ];
        StringBuilder file = new("%PDF-1.4\n");
        StringBuilder table = new();
        for (int i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int start = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Count + 1} /Root 1 0 "
                + $"R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static byte[] Docx(string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            writer.Write(text);
        }

        return file.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }
}
