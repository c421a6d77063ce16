namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Good inputs of each format, to be broken.</summary>
internal static class FuzzOriginals
{
    public static IReadOnlyList<string> Markdown { get; } =
    [
        "---\ntitle: \"Council opens bridge\"\ndate: 2024-02-23T13:25:00+09:00\nauthors: [Jane Doe, John "
            + "Smith]\ntags:\n  - a\n  - b\n---\n# Bridge\n\nThe *council* opened a [bridge](https://example.com).\n\n| a | "
            + "b |\n|---|---|\n| 1 | 2 |\n",
        "+++\ntitle = \"Bridge\"\ndate = 2024-02-23T13:25:00Z\n[params]\nauthor = \"Jane Doe\"\n+++\nThe council opened a bridge.\n",
        "{\n\"title\": \"Bridge\",\n\"date\": \"2024-02-23\"\n}\nThe council opened a bridge. <b>It</b> is long.\n",
        "---\ntitle: Bridge: the end\n---\n{{< figure src=\"a\" >}}\n<div>\n<p>The council opened a bridge.</p>\n</div>\n",
    ];

    public static IReadOnlyList<string> Text { get; } =
    [
        "Council opens bridge\n\nBy Jane Doe, AP\nFeb. 23, 2024 - 13:25\n\nSEOUL, South Korea (AP) — The council "
            + "opened a “bridge” on Thursday.\n\nYear\tCars\n2021\t4\n2022\t5\n\nRead more: x\n",
        "<p>The council opened a bridge.</p><script>x()</script><table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
    ];

    public static IReadOnlyList<string> Json { get; } =
    [
        "{\"id\":7,\"title\":{\"rendered\":\"Bridge\"},\"published\":\"2024-02-23\",\"author\":[{\"name\":\"Jane "
            + "Doe\"}],\"text\":\"The council opened a bridge.\\n\\nIt is long.\"}",
        "{\"posts\":[{\"id\":\"a\",\"html\":\"<p>The council opened a bridge.</p>\",\"published_at\":1708694700}]}",
    ];

    public static IReadOnlyList<string> Pages { get; } =
    [
        "<!DOCTYPE html><html><head><title>Bridge | Example</title><meta property=\"og:site_name\" "
            + "content=\"Example\"><script "
            + "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"author\":{\"name\":\"Jane\"}}</script></head><body><nav>Home</nav><article><h1>Bridge</h1><p>The council opened a bridge on Thursday, the mayor said in the rain.</p></article></body></html>",
    ];

    public static IReadOnlyList<string> Feeds { get; } =
    [
        "<rss version=\"2.0\"><channel><title>Example</title><item><title>Bridge</title><guid>1</guid><pubDate>Thu, 03 "
            + "Jun 2021 13:25:00 GMT</pubDate><description>&lt;p&gt;The council opened a "
            + "bridge.&lt;/p&gt;</description></item></channel></rss>",
        "<feed "
            + "xmlns=\"http://www.w3.org/2005/Atom\"><title>Example</title><entry><id>a</id><title>Bridge</title><content "
            + "type=\"html\">x</content></entry></feed>",
    ];

    public static IReadOnlyList<string> Mails { get; } =
    [
        "From: Jane Doe <jane@example.com>\r\nSubject: Bridge\r\nDate: Thu, 03 Jun 2021 13:25:00 "
            + "+0900\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The council opened a bridge.</p>\r\n",
    ];
}
