using System.Net;

namespace BriefingBot.Core.Tests.Ingestion.Pages;

/// <summary>Five ways in which outlets build the page of an article, with what they put around it.</summary>
internal static class PageTemplate
{
    /// <summary>What stands on the pages and is no word of any article; each line is found by itself.</summary>
    public static readonly IReadOnlyList<string> Furniture =
    [
        "We and our 412 partners store cookies on your device",
        "Skip to main content",
        "Subscribe for one dollar a week",
        "Share on Facebook",
        "Sign up for our morning newsletter",
        "Ten gardens to see before autumn",
        "Why our readers love puzzles",
        "Leave a Reply",
        "Your email address will not be published",
        "Terms of Service",
        "Advertisement",
        "Most Read",
        "Download our app for the latest alerts",
        "Quizmaster weekly crossword",
    ];

    /// <summary>How many templates there are.</summary>
    public const int Count = 5;

    /// <summary>The page of an article.</summary>
    public static string Render(int template, PageArticle article)
    {
        string title = WebUtility.HtmlEncode(article.Title);
        string[] paragraphs = [.. article.Paragraphs.Select(paragraph => WebUtility.HtmlEncode(paragraph))];
        return template switch
        {
            0 => LinkedData(article, title, paragraphs),
            1 => OpenGraph(article, title, paragraphs),
            2 => Tables(article, title, paragraphs),
            3 => Blog(article, title, paragraphs),
            _ => Microdata(article, title, paragraphs),
        };
    }

    private static string LinkedData(PageArticle article, string title, string[] paragraphs) =>
        $$$"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{{title}}} - {{{article.Outlet}}}</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"{{{article.Outlet}}}"},{"@type":"NewsArticle","headline":{{{System.Text.Json.JsonSerializer.Serialize(
                article.Title
            )}}},"datePublished":"{{{article.Published}}}T10:15:00Z","author":[{"@type":"Person","name":"{{{article.Byline}}}"}],"publisher":{"@type":"Organization","name":"{{{article.Outlet}}}"}}]}</script></head>
            <body><div id="consent" class="cookie-banner"><p>{{{Furniture[
                0
            ]}}}.</p><button>Accept all</button></div><header><a href="#main">{{{Furniture[
                1
            ]}}}</a><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/p">{{{Furniture[
                2
            ]}}}</a></li></ul></nav></header>
            <main id="main"><article><header><h1>{{{title}}}</h1><p class="byline">By <a rel="author" href="/a">{{{article.Byline}}}</a></p><ul class="share"><li><a href="#">{{{Furniture[
                3
            ]}}}</a></li></ul></header>
            {{{Body(
                paragraphs,
                $"<aside class=\"newsletter\"><h3>{Furniture[4]}</h3><form><input type=\"email\"><button>Sign up</button></form></aside>"
            )}}}
            </article><section class="related"><h2>{{{Furniture[11]}}}</h2><ul><li><a href="/1">{{{Furniture[
                5
            ]}}}</a></li><li><a href="/2">{{{Furniture[6]}}}</a></li></ul></section></main>
            <footer><ul><li><a href="/t">{{{Furniture[9]}}}</a></li></ul></footer></body></html>
            """;

    private static string OpenGraph(PageArticle article, string title, string[] paragraphs) =>
        $"""
            <html><head><meta charset="utf-8"><meta property="og:title" content="{title}"><meta property="og:site_name" content="{article.Outlet}"><meta property="article:published_time" content="{article.Published}T10:15:00+00:00"><meta name="author" content="{article.Byline}"><title>{title} | {article.Outlet}</title></head>
            <body><div class="top-menu"><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/sub">{Furniture[
                2
            ]}</a></div><div class="layout"><div class="story"><h1 class="headline">{title}</h1><div class="meta"><span class="author">{article.Byline}</span> <span class="date">{article.Published}</span></div>
            <div class="story-body">{Body(
                paragraphs,
                $"<div class=\"ad-slot\">{Furniture[10]}</div>"
            )}</div><div class="comments" id="comments"><h3>{Furniture[7]}</h3><p>{Furniture[
                8
            ]}.</p><form><textarea></textarea></form></div></div>
            <div class="sidebar"><h3>{Furniture[11]}</h3><ul><li><a href="/1">{Furniture[5]}</a></li><li><a href="/2">{Furniture[
                6
            ]}</a></li><li><a href="/3">{Furniture[13]}</a></li></ul></div></div><div class="footer"><a href="/t">{Furniture[
                9
            ]}</a> <a href="/app">{Furniture[12]}</a></div></body></html>
            """;

    private static string Tables(PageArticle article, string title, string[] paragraphs) =>
        $"""
            <html><head><title>{article.Outlet}: {title}</title><meta name="date" content="{article.Published}"><meta name="author" content="{article.Byline}"><meta property="og:site_name" content="{article.Outlet}"></head><body>
            <div class="header"><a href="/">Home</a> | <a href="/n">News</a> | <a href="/s">{Furniture[
                2
            ]}</a></div><div class="content-wrap"><div class="menu"><ul><li><a href="/1">{Furniture[5]}</a></li><li><a href="/2">{Furniture[
                6
            ]}</a></li></ul></div>
            <div class="main-text"><h1>{title}</h1><i>{article.Byline}</i>{Body(
                paragraphs,
                $"<p class=\"promo\"><a href=\"/app\">{Furniture[12]}</a></p>"
            )}</div></div><div class="bottom"><font size="1">{Furniture[9]}</font></div></body></html>
            """;

    private static string Blog(PageArticle article, string title, string[] paragraphs) =>
        $"""
            <!DOCTYPE html><html><head><title>{title} &#8211; {article.Outlet}</title><meta property="og:site_name" content="{article.Outlet}"></head><body class="single-post"><header class="site-header"><p class="site-title"><a href="/">{article.Outlet}</a></p><nav class="main-navigation"><ul><li>Home</li><li>About</li></ul></nav></header>
            <main><article class="post"><header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta"><time class="entry-date published" datetime="{article.Published}T10:15:00+00:00">a day</time> <span class="author vcard"><a rel="author" href="/a">{article.Byline}</a></span></div></header>
            <div class="entry-content">{Body(
                paragraphs,
                $"<div class=\"sharedaddy\"><a href=\"#\">{Furniture[3]}</a></div>"
            )}</div></article><div id="respond" class="comment-respond"><h3>{Furniture[7]}</h3><p class="comment-notes">{Furniture[
                8
            ]}.</p><form><input><textarea></textarea></form></div></main>
            <aside class="widget-area"><section class="widget"><h2>{Furniture[11]}</h2><ul><li><a href="/1">{Furniture[
                5
            ]}</a></li></ul></section></aside><footer class="site-footer">{Furniture[9]}</footer></body></html>
            """;

    private static string Microdata(PageArticle article, string title, string[] paragraphs) =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{article.Url}"></head><body><a class="skip" href="#c">{Furniture[
                1
            ]}</a><div role="navigation"><a href="/">Home</a> <a href="/b">Business</a></div>
            <div id="c" itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1><span itemprop="author" itemscope><span itemprop="name">{article.Byline}</span></span> <time itemprop="datePublished" datetime="{article.Published}">{article.Published}</time>
            <div itemprop="articleBody">{Body(
                paragraphs,
                $"<aside>{Furniture[4]}</aside>"
            )}</div></div><div class="recommended-links"><h4>{Furniture[11]}</h4><a href="/1">{Furniture[5]}</a> <a href="/2">{Furniture[
                6
            ]}</a></div><footer><p>{Furniture[9]}</p></footer></body></html>
            """;

    // Something of the page's own stands in the middle of every story.
    private static string Body(string[] paragraphs, string inserted)
    {
        int middle = paragraphs.Length / 2;
        return string.Concat(paragraphs.Select((paragraph, i) => (i == middle && i > 0 ? inserted : "") + $"<p>{paragraph}</p>\n"));
    }
}
