using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Sources;

public sealed class SourcesTests : IDisposable
{
    private const string Story = "The council opened a new bridge over the river on Thursday.";

    private readonly CoverageFolder _coverage = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _coverage.Dispose();

    [Fact]
    public void Front_matter_gives_every_field()
    {
        var article = Parsed.Markdown(
            """
            ---
            title: "Council opens bridge"
            date: 2024-02-23T13:25:00+09:00
            updated: Feb. 24, 2024
            url: https://example.com/bridge
            outlet: The Daily Example
            authors: [Jane Doe, John Smith]
            collection: city
            tags: [a, b]
            ---
            ## First **steps**

            The [council](https://example.com) opened a *new* bridge &amp; a road.

            - one
            - two

            ![The bridge](bridge.jpg)
            """
        );

        Assert.Equal(
            ("Council opens bridge", "The Daily Example", "Jane Doe, John Smith", "https://example.com/bridge", "city"),
            (article.Title, article.Outlet, article.Byline, article.Url, article.Collection)
        );
        Assert.Equal(
            ("2024-02-23T13:25+09:00", "2024-02-24", DateOrigin.FrontMatter),
            (article.Published.ToString(), article.Updated.ToString(), article.DateOrigin)
        );
        Assert.Equal(
            "Council opens bridge\n\nBy Jane Doe, John Smith\n\nFirst steps\n\nThe council opened a new bridge & a "
                + "road.\n\n• one\n\n• two\n\nPhoto: The bridge",
            article.Text
        );
        Assert.Equal(["Photo: The bridge"], article.Slices(PassageKind.Caption));
    }

    [Fact]
    public void Markdown_without_front_matter_has_its_heading_as_title() =>
        Assert.Equal("Council opens bridge", Parsed.Markdown("# Council opens bridge\n\n" + Story).Title);

    [Fact]
    public void A_record_gives_every_field()
    {
        var article = Parsed.Json(
            """{"id":7,"title":"Council opens bridge","published":"2024-02-23","updated":null,"url":"https://example.com/b","outlet":"The Daily Example","byline":"By Jane Doe","collection":"city","text":"The council opened a bridge.\n\nIt is long."}"""
        );

        Assert.Equal(
            ("Council opens bridge", "The Daily Example", "Jane Doe", "city", DateOrigin.Json),
            (article.Title, article.Outlet, article.Byline, article.Collection, article.DateOrigin)
        );
        Assert.Equal("Council opens bridge\n\nBy Jane Doe\n\nThe council opened a bridge.\n\nIt is long.", article.Text);
    }

    [Fact]
    public void Fields_are_brought_to_one_clean_line()
    {
        var article = Parsed.Json(
            """{"title":"Council\n opens\u200b bridge","byline":"\t","outlet":" The  Daily\u0000 Example","text":"The council opened a bridge."}"""
        );

        Assert.Equal(("Council opens bridge", null, "The Daily Example"), (article.Title, article.Byline, article.Outlet));
        Assert.Equal("Council opens bridge\n\nThe council opened a bridge.", article.Text);
    }

    [Fact]
    public async Task A_record_is_named_by_id_then_guid_then_url_then_line()
    {
        _coverage.Add(
            "in/feed.jsonl",
            """
            {"id":"a","guid":"g","url":"https://example.com/1","text":"One story."}
            {"guid":"g","url":"https://example.com/2","text":"Two stories."}
            {"url":"https://example.com/3","text":"Three stories."}
            {"id":null,"text":"Four stories."}
            """
        );

        await _coverage.IndexAsync(Cancel);

        Assert.Equal(["a", "g", "https://example.com/3", "in/feed.jsonl#4"], _coverage.Store.Articles.Keys.Select(id => id.Value));
    }

    [Fact]
    public async Task A_file_is_named_by_its_path_below_the_root()
    {
        _coverage.Add("2024/b.x.txt", Story).Add("a.md", "Another story, told in one sentence.");

        await _coverage.IndexAsync(Cancel);
        Assert.Equal(["2024/b.x", "a"], _coverage.Store.Articles.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));

        await _coverage.IndexAsync(Cancel, paths: [_coverage.PathOf("2024/b.x.txt")]);
        Assert.Equal(["b.x"], _coverage.Store.Articles.Keys.Select(id => id.Value));
    }

    [Fact]
    public async Task The_manifest_gives_what_a_text_lacks_and_no_more()
    {
        _coverage
            .Add(
                "coverage.yaml",
                """
                defaults:
                  outlet: The Daily Example
                  collection: city
                files:
                  sub/a.txt:
                    title: Never used
                    published: 2020-01-01
                    byline: John Smith
                    url: https://example.com/a
                  sub/b.txt:
                    title: Bridge
                    published: 2020-01-02
                """
            )
            .Add("sub/coverage.yaml", "defaults:\n  collection: suburb\n")
            .Add("sub/a.txt", "Council opens bridge\n\nJune 3, 2021 By Jane Doe\n\n" + Story)
            .Add("sub/b.txt", Story + " It is long.");

        var report = await _coverage.IndexAsync(Cancel);

        Assert.Empty(report.Failed);
        var a = _coverage.Store.Articles[ArticleId.Parse("sub/a")].Article;
        Assert.Equal(
            ("Council opens bridge", "Jane Doe", "2021-06-03", DateOrigin.BylineLine),
            (a.Title, a.Byline, a.Published.ToString(), a.DateOrigin)
        );
        Assert.Equal(("The Daily Example", "suburb", "https://example.com/a"), (a.Outlet, a.Collection, a.Url));
        var b = _coverage.Store.Articles[ArticleId.Parse("sub/b")].Article;
        Assert.Equal(("Bridge", false, "2020-01-02", DateOrigin.Manifest), (b.Title, b.TitleDerived, b.Published.ToString(), b.DateOrigin));
    }

    [Theory]
    [InlineData("2024-02-23-council-opens-bridge.txt", "2024-02-23")]
    [InlineData("20240223_bridge.txt", "2024-02-23")]
    [InlineData("news/2024-02-23.txt", "2024-02-23")]
    [InlineData("20240223f7a1c4d2.txt", null)]
    [InlineData("000_20240223.txt", null)]
    [InlineData("2024-13-45-bridge.txt", null)]
    [InlineData("202402231234_bridge.txt", null)]
    public void A_file_name_dates_an_article_in_clear_forms_only(string path, string? published)
    {
        var article = Parsed.Text(Story, path);

        Assert.Equal(published, article.Published?.ToString());
        Assert.Equal(published is null ? DateOrigin.None : DateOrigin.FileName, article.DateOrigin);
    }
}
