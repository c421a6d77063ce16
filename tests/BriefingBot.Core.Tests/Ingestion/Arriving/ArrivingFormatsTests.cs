using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Arriving;

/// <summary>Formats other than pages, and what a manifest or a source says about them.</summary>
public sealed class ArrivingFormatsTests : IDisposable
{
    private const string Story = "The council opened a new bridge over the river on Thursday, the mayor said.";
    private const string More = "It is 400 metres long and cost 5 million dollars.";

    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Theory]
    [InlineData("+++\ntitle = \"Bridge: the end\"\nauthors = [\"Jane Doe\"]\ndate = 2021-06-03T13:25:00Z\ndraft = false\n+++\n")]
    [InlineData("{\n\"title\": \"Bridge: the end\",\n\"authors\": [{\"name\": \"Jane Doe\"}],\n\"date\": \"2021-06-03T13:25:00Z\"\n}\n")]
    [InlineData("---\ntitle: Bridge: the end\nauthor: Jane Doe\ndate: 2021-06-03T13:25:00Z\n---\n")]
    [InlineData(
        "\uFEFF\n---\ntitle: 'Bridge: the end'\ntag: a\ntag: b\nauthors:\n  - name: Jane Doe\n    role: editor\ndate: "
            + "2021-06-03T13:25:00Z\n---\n"
    )]
    public void Front_matter_of_all_kinds_is_read(string block)
    {
        var article = Parsed.Markdown(block + Story);

        Assert.Equal(("Bridge: the end", "Jane Doe", "2021-06-03T13:25Z"), (article.Title, article.Byline, article.Published?.ToString()));
        Assert.EndsWith(Story, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_on_the_first_line_loses_nothing()
    {
        Assert.Equal($"{Story}\n\n{More}", Parsed.Markdown($"---\n\n{Story}\n\n{More}").Text);
        Assert.Equal($"{Story}\n\n{More}", Parsed.Markdown($"---\n\n{Story}\n\n---\n\n{More}").Text);
        Assert.Equal("Bridge", Parsed.Markdown($"---\n---\n# Bridge\n\n{Story}").Title);
    }

    [Fact]
    public async Task Json_of_publishing_systems_is_read()
    {
        _coverage
            .Add(
                "wordpress.json",
                """
                [{"id":11,"date":"2021-06-03T13:25:00","link":"https://news.example.com/bridge","title":{"rendered":"Bridge &#8211; the end"},"content":{"rendered":"<p>STORY</p>\n<p>MORE</p>"},"author":5,"_embedded":{"author":[{"id":5,"name":"Jane Doe"}]},"status":"publish"}]
                """.Replace("STORY", Story, StringComparison.Ordinal).Replace("MORE", More, StringComparison.Ordinal)
            )
            .Add(
                "ghost.json",
                """
                {"posts":[{"id":"g1","title":"Bridge two","html":"<p>Two: STORY</p>","published_at":"2021-06-03T13:25:00.000+09:00","url":"https://example.com/two","primary_author":{"name":"Jane Doe"}}],"meta":{"pagination":{"page":1}}}
                """.Replace("STORY", Story, StringComparison.Ordinal).Replace("MORE", More, StringComparison.Ordinal)
            )
            .Add(
                "arc.json",
                """
                {"content_elements":[{"_id":"A1","type":"story","headlines":{"basic":"Bridge three"},"credits":{"by":[{"name":"Jane Doe"},{"name":"John Smith"}]},"display_date":"2021-06-03T13:25:00Z","canonical_url":"https://example.com/three","content_elements":[{"type":"text","content":"Three: STORY"},{"type":"image","caption":"No text"},{"type":"text","content":"MORE"}]}]}
                """.Replace("STORY", Story, StringComparison.Ordinal).Replace("MORE", More, StringComparison.Ordinal)
            )
            .Add(
                "one.json",
                """{"headline":"Bridge four","articleBody":"Four: STORY","author":{"@type":"Person","name":"Jane Doe"},"datePublished":"2021-06-03","publisher":{"name":"The Daily Example"}}""".Replace(
                    "STORY",
                    Story,
                    StringComparison.Ordinal
                )
            );

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Empty(report.Failed);
        var articles = _coverage
            .Store.Articles.Values.Select(indexed => indexed.Article)
            .OrderBy(article => article.Title, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(["Bridge four", "Bridge three", "Bridge two", "Bridge – the end"], articles.Select(article => article.Title));
        Assert.Equal(["Jane Doe", "Jane Doe, John Smith", "Jane Doe", "Jane Doe"], articles.Select(article => article.Byline));
        Assert.All(articles, article => Assert.Equal(new DateOnly(2021, 6, 3), article.Published?.Day));
        Assert.All(articles, article => Assert.Contains(Story, article.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feeds_saved_as_files_are_read()
    {
        _coverage
            .Add(
                "rss.xml",
                $"""
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily Example</title>
                <item><title>Bridge &amp;amp; road</title><link>https://example.com/1</link><guid isPermaLink="false">g-1</guid><pubDate>Thu, 03 Jun 2021 13:25:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>{Story}</p><p>{More}</p>]]></content:encoded></item></channel></rss>
                """
            )
            .Add(
                "atom.xml",
                $"""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title><entry><id>urn:a:1</id><title>Bridge two</title><link rel="alternate" href="https://example.com/2"/><published>2021-06-03T13:25:00Z</published><updated>2021-06-04T08:00:00Z</updated><author><name>Jane Doe</name></author><content type="html">&lt;p&gt;Two: {Story}&lt;/p&gt;</content></entry></feed>
                """
            )
            .Add("sitemap.xml", "<urlset><url/></urlset>");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal("sitemap.xml", Assert.Single(report.Failed).Source);
        var rss = _coverage.Store.Articles[ArticleId.Parse("g-1")].Article;
        Assert.Equal(
            ("Bridge & road", "Jane Doe", "The Daily Example", "2021-06-03T13:25Z", DateOrigin.Feed),
            (rss.Title, rss.Byline, rss.Outlet, rss.Published?.ToString(), rss.DateOrigin)
        );
        Assert.EndsWith($"{Story}\n\n{More}", rss.Text, StringComparison.Ordinal);
        Assert.Equal("2021-06-04T08:00Z", _coverage.Store.Articles[ArticleId.Parse("urn:a:1")].Article.Updated?.ToString());
        report = await _coverage.IndexAsync(Cancel);
        Assert.Equal((2, 0), (report.Unchanged, report.Updated));
    }

    [Fact]
    public async Task A_mail_is_read()
    {
        _coverage.Add(
            "mail.eml",
            $"From: Jane Doe <jane@example.com>\r\nTo: desk@example.com\r\nSubject: "
                + $"=?utf-8?Q?Fwd:_Caf=C3=A9_opens?=\r\nDate: Thu, 03 Jun 2021 13:25:00 +0900\r\nContent-Type: "
                + $"multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; "
                + $"charset=utf-8\r\n\r\n{Story}\r\n\r\n{More}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n"
        );

        await _coverage.IndexAsync(Cancel);

        var article = _coverage.Store.Articles[ArticleId.Parse("mail")].Article;
        Assert.Equal(
            ("Café opens", "Jane Doe", "2021-06-03T13:25+09:00", DateOrigin.Mail),
            (article.Title, article.Byline, article.Published?.ToString(), article.DateOrigin)
        );
        Assert.EndsWith($"{Story}\n\n{More}", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_documents_are_read()
    {
        _coverage
            .Add("word.docx", MadeDocuments.Word("Council opens bridge", Story, More))
            .Add("print.pdf", MadeDocuments.Pdf("Council opens bridge", Story));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Empty(report.Failed);
        Assert.Equal($"Council opens bridge\n\n{Story}\n\n{More}", _coverage.Store.Articles[ArticleId.Parse("word")].Article.Text);
        Assert.Contains(
            "opened a new bridge over the river",
            _coverage.Store.Articles[ArticleId.Parse("print")].Article.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Compressed_files_and_other_endings_are_read()
    {
        _coverage
            .Add("a.markdown", "# One\n\nThe first story is told in one sentence.")
            .Add("b.mdx", "# Two\n\nThe second story is told in one sentence.")
            .Add("c.text", "The third story is told in one sentence.")
            .Add("d.ndjson", "{\"id\":\"d\",\"text\":\"The fourth story is told in one sentence.\"}\n")
            .Add("e.jsonl.gz", MadeDocuments.Gzip("{\"id\":\"e\",\"text\":\"The fifth story is told in one sentence.\"}\n"))
            .Add("f.txt.gz", MadeDocuments.Gzip("The sixth story is told in one sentence."));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Empty(report.Failed);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], _coverage.Store.Articles.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_path_below_two_roots_is_two_articles()
    {
        using var other = new CoverageFolder().Add("2021/a.txt", "The other story is told in one sentence.");
        _coverage.Add("2021/a.txt", "The first story is told in one sentence.");

        var report = await _coverage.IndexAsync(Cancel, paths: [_coverage.Root, other.Root]);

        Assert.Equal(2, report.Added);
        Assert.Empty(report.Failed);
        Assert.Equal(2, (await _coverage.IndexAsync(Cancel, paths: [_coverage.Root, other.Root])).Unchanged);
    }

    [Fact]
    public async Task A_manifest_tells_of_its_mistakes_and_may_name_outlets()
    {
        _coverage
            .Add(
                "coverage.yaml",
                "defaults:\n  outlett: X\nfiles:\n  gone.txt:\n    title: Y\noutlets:\n  The Daily Example: "
                    + "[daily.example.com, Daily Ex.]\n"
            )
            .Add("a.jsonl", """{"id":"a","url":"https://daily.example.com/1","text":"The ferry sank in the storm."}""");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(2, report.Failed.Count);
        Assert.Contains(report.Failed, failure => failure.Reason.Contains("gone.txt", StringComparison.Ordinal));
        Assert.Contains(report.Failed, failure => failure.Reason.Contains("outlett", StringComparison.Ordinal));
        Assert.Equal("The Daily Example", _coverage.Store.Articles[ArticleId.Parse("a")].Article.Outlet);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("published: false")]
    [InlineData("status: draft")]
    public async Task What_its_source_keeps_from_readers_is_left_out_and_said_to_be(string field)
    {
        _coverage.Add("a.md", $"---\ntitle: Bridge\n{field}\n---\n{Story}").Add("b.txt", Story);

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Equal(["b"], _coverage.Store.Articles.Keys.Select(id => id.Value));
        Assert.Equal("a.md", Assert.Single(report.Skipped).Source);
        Assert.Empty(report.Failed);
    }
}
