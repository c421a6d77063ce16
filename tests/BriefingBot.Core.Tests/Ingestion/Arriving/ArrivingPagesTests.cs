using System.Text;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Arriving;

/// <summary>Saved pages, with metadata and without, in encodings old and new.</summary>
public sealed class ArrivingPagesTests : IDisposable
{
    private const string Story = "The council opened a new bridge over the river on Thursday, the mayor said.";
    private const string More = "It is 400 metres long and cost 5 million dollars.";

    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public async Task A_page_is_read_with_its_metadata_and_without_its_furniture()
    {
        _coverage.Add(
            "page.html",
            $$"""
            <!DOCTYPE html><html lang="en"><head><title>Bridge opens | The Daily Example</title>
            <meta property="og:site_name" content="The Daily Example"><link rel="canonical" href="https://daily.example.com/bridge">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge opens","datePublished":"2021-06-03T13:25:00+09:00","dateModified":"2021-06-04T08:00:00+09:00","author":[{"@type":"Person","name":"Jane Doe"}]}</script></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
            <article><h1>Bridge opens</h1><div class="byline">By Jane Doe</div>
            <p>{{Story}} Hundreds came to see it, and a band played until the evening, when the lights went on for the first time.</p>
            <figure><img src="b.jpg"><figcaption>The bridge at night.</figcaption></figure>
            <h2>What it cost</h2><p>{{More}} The council paid half of it, the state the rest, and nobody in town complained about the bill.</p>
            <ul><li>It has two lanes.</li><li>It has a path for walkers.</li></ul>
            <table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>41,200</td></tr></table></article>
            <aside><h3>Most read</h3><a href="/x">Ten ferries to see before they stop</a></aside><footer>All rights reserved. Contact us.</footer></body></html>
            """
        );

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Empty(report.Failed);
        var article = _coverage.Store.Articles[ArticleId.Parse("page")].Article;
        Assert.Equal(
            ("Bridge opens", "Jane Doe", "The Daily Example", "https://daily.example.com/bridge"),
            (article.Title, article.Byline, article.Outlet, article.Url)
        );
        Assert.Equal(
            ("2021-06-03T13:25+09:00", "2021-06-04T08:00+09:00", DateOrigin.HtmlMetadata),
            (article.Published?.ToString(), article.Updated?.ToString(), article.DateOrigin)
        );
        Assert.Contains("What it cost\n\nIt is 400 metres", article.Text, StringComparison.Ordinal);
        Assert.Contains("• It has two lanes.", article.Text, StringComparison.Ordinal);
        Assert.Contains("Year: 2021 | Cars: 41,200", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ferries", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_page_without_metadata_is_read_too()
    {
        _coverage.Add("page.htm", $"<html><body><h1>Bridge opens</h1><p>{Story}</p></body></html>");

        await _coverage.IndexAsync(Cancel);

        Assert.Equal($"Bridge opens\n\n{Story}", _coverage.Store.Articles[ArticleId.Parse("page")].Article.Text);
    }

    [Theory]
    [InlineData("windows-1252", "<meta charset=windows-1252>", "Caf\u00E9 \u201Copens\u201D")]
    [InlineData("windows-1252", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "Caf\u00E9 \u201Copens\u201D")]
    [InlineData("windows-1252", "", "Caf\u00E9 \u201Copens\u201D")]
    [InlineData("euc-kr", "<meta charset=\"euc-kr\">", "\uD55C\uAD6D \uC2E0\uBB38")]
    [InlineData("shift_jis", "<?xml version=\"1.0\" encoding=\"shift_jis\"?>", "\u65E5\u672C\u306E\u65B0\u805E")]
    public async Task A_page_in_an_older_encoding_is_read_as_what_it_names(string encoding, string names, string headline)
    {
        string page = $"<html><head>{names}<title>x</title></head><body><article><h1>{headline}</h1><p>{Story}</p></article></body></html>";
        _coverage.Add("page.html", CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(page));

        await _coverage.IndexAsync(Cancel);

        Assert.Equal(headline, _coverage.Store.Articles[ArticleId.Parse("page")].Article.Title);
    }

    [Fact]
    public async Task An_endlessly_nested_page_in_an_older_encoding_is_read_as_plain_text()
    {
        string page = $"<html><body><p>Caf\u00E9. {Story}</p>{string.Concat(Enumerable.Repeat("<div>", 100_000))}</body></html>";
        _coverage.Add("page.html", Encoding.Latin1.GetBytes(page));

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Contains("nested deeper", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
        Assert.Contains(Story, _coverage.Store.Articles[ArticleId.Parse("page")].Article.Text, StringComparison.Ordinal);
    }
}
