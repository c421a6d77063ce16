using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Ten thousand broken inputs: each is an article, or is refused in one line; none stops, hangs or empties the reader.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Markdown =
    [
        "---\ntitle: \"Council opens bridge\"\ndate: 2024-02-23T13:25:00+09:00\nauthors: [Jane Doe, John Smith]\ntags:\n  - a\n  - b\n---\n# Bridge\n\nThe *council* opened a [bridge](https://example.com).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "+++\ntitle = \"Bridge\"\ndate = 2024-02-23T13:25:00Z\n[params]\nauthor = \"Jane Doe\"\n+++\nThe council opened a bridge.\n",
        "{\n\"title\": \"Bridge\",\n\"date\": \"2024-02-23\"\n}\nThe council opened a bridge. <b>It</b> is long.\n",
        "---\ntitle: Bridge: the end\n---\n{{< figure src=\"a\" >}}\n<div>\n<p>The council opened a bridge.</p>\n</div>\n",
    ];

    private static readonly string[] Text =
    [
        "Council opens bridge\n\nBy Jane Doe, AP\nFeb. 23, 2024 - 13:25\n\nSEOUL, South Korea (AP) — The council opened a “bridge” on Thursday.\n\nYear\tCars\n2021\t4\n2022\t5\n\nRead more: x\n",
        "<p>The council opened a bridge.</p><script>x()</script><table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
    ];

    private static readonly string[] Json =
    [
        "{\"id\":7,\"title\":{\"rendered\":\"Bridge\"},\"published\":\"2024-02-23\",\"author\":[{\"name\":\"Jane Doe\"}],\"text\":\"The council opened a bridge.\\n\\nIt is long.\"}",
        "{\"posts\":[{\"id\":\"a\",\"html\":\"<p>The council opened a bridge.</p>\",\"published_at\":1708694700}]}",
    ];

    private static readonly string[] Pages =
    [
        "<!DOCTYPE html><html><head><title>Bridge | Example</title><meta property=\"og:site_name\" content=\"Example\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"author\":{\"name\":\"Jane\"}}</script></head><body><nav>Home</nav><article><h1>Bridge</h1><p>The council opened a bridge on Thursday, the mayor said in the rain.</p></article></body></html>",
    ];

    private static readonly string[] Feeds =
    [
        "<rss version=\"2.0\"><channel><title>Example</title><item><title>Bridge</title><guid>1</guid><pubDate>Thu, 03 Jun 2021 13:25:00 GMT</pubDate><description>&lt;p&gt;The council opened a bridge.&lt;/p&gt;</description></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Example</title><entry><id>a</id><title>Bridge</title><content type=\"html\">x</content></entry></feed>",
    ];

    private static readonly string[] Mails = ["From: Jane Doe <jane@example.com>\r\nSubject: Bridge\r\nDate: Thu, 03 Jun 2021 13:25:00 +0900\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The council opened a bridge.</p>\r\n"];

    [Fact]
    public void Text_of_all_kinds() => Run(1, 3000, Text, bytes => Parse("a.txt", SourceFormat.Text, bytes));

    [Fact]
    public void Front_matter_and_markdown() => Run(2, 3000, Markdown, bytes => Parse("a.md", SourceFormat.Markdown, bytes));

    [Fact]
    public void Records_of_json() => Run(3, 2500, Json, bytes =>
    {
        foreach (byte[] record in JsonRecord.Split(bytes))
        {
            JsonRecord.Peek(record);
            Parse("a.json", SourceFormat.Json, record);
        }
    });

    [Fact]
    public void Pages_feeds_and_mail()
    {
        Run(4, 600, Pages, bytes => Read(".html", bytes));
        Run(5, 700, Feeds, bytes => Read(".xml", bytes));
        Run(6, 300, Mails, bytes => Read(".eml", bytes));
    }

    private static void Read(string extension, byte[] bytes)
    {
        foreach (var document in CoverageFolder.Formats.Single(format => format.Extensions.Contains(extension)).Read(bytes, TestContext.Current.CancellationToken))
        {
            Parse("a" + extension, SourceFormat.Document, bytes, document);
        }
    }

    private static void Parse(string path, SourceFormat format, byte[] bytes, SourceDocument? document = null)
    {
        var file = new CoverageFile("/" + path, path, format, SourceMetadata.Empty);
        var article = ArticleParser.Parse(new SourceRecord(ArticleId.Parse("a"), path, file, bytes, "") { Document = document }, _ => { });
        Assert.NotEmpty(article.Title);
        Assert.All(article.Passages, passage => Assert.InRange(passage.End, passage.Start + 1, article.Text.Length));
    }

    private static void Run(int seed, int count, string[] originals, Action<byte[]> read)
    {
        var inputs = new MutatedInputs(seed);
        for (int i = 0; i < count; i++)
        {
            byte[] input = inputs.Next(originals);
            long started = Stopwatch.GetTimestamp();
            try
            {
                read(input);
            }
            catch (Exception error) when (error is SourceException or SourceWithheldException)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
            catch (Exception error) when (error is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"seed {seed}, input {i}: {error.GetType().Name} {error.Message}: {Convert.ToBase64String(input)}");
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Longest, $"seed {seed}, input {i} takes too long");
        }
    }
}
