using System.Text;
using BriefingBot.Sources.Fetching;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>Feeds in the shapes in which well-known systems and houses write them.</summary>
public sealed class FeedShapesTests
{
    private static readonly Uri Address = new("https://news.example.com/feed");

    public static TheoryData<string, string, string?, string?, string?, string?, string> Shapes { get; } =
        new()
        {
            {
                "WordPress",
                """
                    <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
                    <channel><title>The Harrow Post</title><link>https://news.example.com</link><generator>https://wordpress.org/?v=6.5</generator>
                    <item><title>Bridge &#8211; the end</title><link>https://news.example.com/2024/06/bridge/</link><dc:creator><![CDATA[Jane Doe]]></dc:creator><pubDate>Thu, 20 Jun 2024 08:05:00 +0000</pubDate>
                    <category><![CDATA[City]]></category><guid isPermaLink="false">https://news.example.com/?p=101</guid><description><![CDATA[<p>Short. [&#8230;]</p>]]></description>
                    <content:encoded><![CDATA[<p>The bridge is open.</p><p>It is long.</p>]]></content:encoded><slash:comments>3</slash:comments></item></channel></rss>
                    """,
                "https://news.example.com/?p=101",
                "Bridge – the end",
                "Jane Doe",
                "Thu, 20 Jun 2024 08:05:00 +0000",
                "The bridge is open.\n\n\n\nIt is long."
            },
            {
                "Ghost",
                """
                    <?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title><![CDATA[Harrow Weekly]]></title><generator>Ghost 5.8</generator>
                    <item><title><![CDATA[Bridge opens]]></title><description><![CDATA[An excerpt.]]></description><link>https://weekly.example.com/bridge/</link><guid isPermaLink="false">6671f0c2e1</guid><dc:creator><![CDATA[Jane Doe]]></dc:creator><pubDate>Thu, 20 Jun 2024 08:05:00 GMT</pubDate><media:content url="https://weekly.example.com/b.jpg" medium="image"/><content:encoded><![CDATA[<p>The bridge is open.</p>]]></content:encoded></item></channel></rss>
                    """,
                "6671f0c2e1",
                "Bridge opens",
                "Jane Doe",
                "Thu, 20 Jun 2024 08:05:00 GMT",
                "The bridge is open."
            },
            {
                "Substack",
                """
                    <?xml version="1.0" encoding="UTF-8"?><rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title><![CDATA[Letters from Harrow]]></title><itunes:author><![CDATA[Someone]]></itunes:author>
                    <item><title><![CDATA[Bridge opens]]></title><description><![CDATA[On the bridge]]></description><link>https://harrow.example.com/p/bridge</link><guid isPermaLink="true">https://harrow.example.com/p/bridge</guid><dc:creator><![CDATA[Jane Doe]]></dc:creator><pubDate>Thu, 20 Jun 2024 08:05:00 GMT</pubDate><enclosure url="https://harrow.example.com/b.png" length="0" type="image/png"/><content:encoded><![CDATA[<p>The bridge is open.</p>]]></content:encoded></item></channel></rss>
                    """,
                "https://harrow.example.com/p/bridge",
                "Bridge opens",
                "Jane Doe",
                "Thu, 20 Jun 2024 08:05:00 GMT",
                "The bridge is open."
            },
            {
                "BBC",
                """
                    <?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet title="XSL" type="text/xsl" href="/news.xsl"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" version="2.0"><channel><title><![CDATA[Harrow News]]></title><ttl>15</ttl>
                    <item><title><![CDATA[Bridge opens]]></title><description><![CDATA[The bridge is open.]]></description><link>https://news.example.com/articles/c0?at_medium=RSS&amp;at_campaign=rss</link><guid isPermaLink="false">https://news.example.com/articles/c0#0</guid><pubDate>Thu, 20 Jun 2024 08:05:00 GMT</pubDate><media:thumbnail width="240" height="135" url="https://news.example.com/b.jpg"/></item></channel></rss>
                    """,
                "https://news.example.com/articles/c0#0",
                "Bridge opens",
                null,
                "Thu, 20 Jun 2024 08:05:00 GMT",
                "The bridge is open."
            },
            {
                "Yonhap",
                """
                    <?xml version="1.0" encoding="utf-8"?>
                    <rss version="2.0"><channel><title><![CDATA[ Harrow Agency ]]></title><lastBuildDate>Thu, 20 Jun 2024 17:10:00 +0900</lastBuildDate>
                    <item><title><![CDATA[ (LEAD) Bridge opens ]]></title><link><![CDATA[ https://agency.example.com/view/AEN1 ]]></link><description><![CDATA[ The bridge is open. ]]></description><pubDate>Thu, 20 Jun 2024 17:05:00 +0900</pubDate><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><![CDATA[ Jane Doe ]]></dc:creator></item></channel></rss>
                    """,
                "https://agency.example.com/view/AEN1",
                "(LEAD) Bridge opens",
                "Jane Doe",
                "Thu, 20 Jun 2024 17:05:00 +0900",
                "The bridge is open."
            },
            {
                "RDF",
                """
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://agency.example.com/"><title>Harrow Agency</title></channel>
                    <item rdf:about="https://agency.example.com/1"><title>Bridge opens</title><link>https://agency.example.com/1</link><description>The bridge is open.</description><dc:date>2024-06-20T17:05:00+09:00</dc:date><dc:creator>Jane Doe</dc:creator></item></rdf:RDF>
                    """,
                "https://agency.example.com/1",
                "Bridge opens",
                "Jane Doe",
                "2024-06-20T17:05:00+09:00",
                "The bridge is open."
            },
            {
                "Atom",
                """
                    <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Harrow Agency</title><updated>2024-06-20T09:00:00Z</updated><author><name>The desk</name></author>
                    <entry><id>tag:agency.example.com,2024:1</id><title type="html">Bridge &amp;ndash; the end</title><link rel="self" href="https://agency.example.com/1.atom"/><link rel="alternate" type="text/html" href="/1"/><published>2024-06-20T08:05:00Z</published><updated>2024-06-20T09:00:00Z</updated><author><name>Jane Doe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge is open.</p></div></content></entry></feed>
                    """,
                "tag:agency.example.com,2024:1",
                "Bridge &ndash; the end",
                "Jane Doe",
                "2024-06-20T08:05:00Z",
                "The bridge is open."
            },
            {
                "JSON Feed",
                """
                    {"version":"https://jsonfeed.org/version/1","title":"Harrow Agency","items":[{"id":"1","url":"https://agency.example.com/1","title":"Bridge opens","content_html":"<p>The bridge is open.</p>","date_published":"2024-06-20T08:05:00Z","author":{"name":"Jane Doe"}}]}
                    """,
                "1",
                "Bridge opens",
                "Jane Doe",
                "2024-06-20T08:05:00Z",
                "The bridge is open."
            },
            {
                "broken by hand",
                "\n<rss version=\"2.0\"><channel><title>Harrow & Sons</title><item><title>Caf&eacute; & bridge open at "
                    + "AT&T &amp; "
                    + "Co</title><link>https://news.example.com/a?b=1&c=2</link><guid>x1</guid><author>desk@example.com "
                    + "(Jane Doe)</author><pubDate>Thu, 20 Jun 2024 08:05 GMT</pubDate><description><![CDATA[The bridge & "
                    + "the caf\u00E9 are open.\u0003]]></description></item></channel></rss>",
                "x1",
                "Café & bridge open at AT&T & Co",
                "Jane Doe",
                "Thu, 20 Jun 2024 08:05 GMT",
                "The bridge & the café are open."
            },
            {
                "markup in titles",
                """
                    <rss version="2.0"><channel><title>Harrow Agency</title><item><title>&lt;b&gt;Bridge&lt;/b&gt; opens &amp;amp; closes</title><link>//news.example.com/1</link><guid isPermaLink="false">x2</guid><pubDate>20 Jun 2024 08:05:00 EDT</pubDate><description>&lt;p&gt;The bridge is open.&lt;/p&gt;&lt;img src="b.jpg"&gt;</description></item></channel></rss>
                    """,
                "x2",
                "<b>Bridge</b> opens &amp; closes",
                null,
                "20 Jun 2024 08:05:00 EDT",
                "The bridge is open."
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_item_has_its_name_headline_author_date_and_text(
        string shape,
        string feed,
        string? id,
        string? title,
        string? author,
        string? published,
        string text
    )
    {
        var item = Assert.Single(FeedListing.Read(Encoding.UTF8.GetBytes(feed), Address, TestContext.Current.CancellationToken));

        var fields = item.Document!.Fields;
        Assert.Equal(
            (shape, id, title, author, published, text),
            (shape, item.ItemId, fields.Title, fields.Byline, fields.Published, item.Document.Text.Trim())
        );
        Assert.StartsWith(
            "Harrow",
            fields.Outlet!.Replace("The ", "", StringComparison.Ordinal).Replace("Letters from ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal("https", item.Page?.Scheme);
    }

    [Fact]
    public void A_news_sitemap_says_title_outlet_and_date_of_its_pages_and_an_index_lists_the_newest_map_first()
    {
        var cancel = TestContext.Current.CancellationToken;
        var map = Sitemap.Read(
            """
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://news.example.com/bridge</loc><news:news><news:publication><news:name>The Harrow Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-06-20T08:05:00Z</news:publication_date><news:title>Bridge opens</news:title></news:news></url>
            <url><loc> /ferry </loc><lastmod>2024-06-21</lastmod></url><url><loc>mailto:desk@example.com</loc></url></urlset>
            """u8.ToArray(),
            Address,
            cancel
        );
        var index = Sitemap.Read(
            "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>https://a.example/2.xml.gz</loc><lastmod>2024-06-01</lastmod></sitemap></sitemapindex>"u8.ToArray(),
            Address,
            cancel
        );

        Assert.Equal(
            ["https://news.example.com/bridge", "https://news.example.com/ferry"],
            map.Pages.Select(page => page.Page!.AbsoluteUri)
        );
        Assert.Equal(
            ("Bridge opens", "The Harrow Post", "2024-06-20T08:05:00Z", "2024-06-20T08:05:00Z"),
            (map.Pages[0].Fields.Title, map.Pages[0].Fields.Outlet, map.Pages[0].Fields.Published, map.Pages[0].Modified)
        );
        Assert.Equal(["https://a.example/2.xml.gz", "https://a.example/1.xml"], index.Sitemaps.Select(sitemap => sitemap.AbsoluteUri));
    }
}
