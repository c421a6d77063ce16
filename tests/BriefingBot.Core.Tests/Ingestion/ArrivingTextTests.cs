using System.Text;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>Markup, encodings and furniture as articles arrive with them: readers see none of it.</summary>
public sealed class ArrivingTextTests
{
    private const string Story = "The council opened a new bridge over the river on Thursday, the mayor said.";
    private const string More = "It is 400 metres long and cost 5 million dollars.";

    [Theory]
    [InlineData(
        "<p>The council opened a <b>bridge</b>.</p>\n<p>It&nbsp;is long.</p><script>alert('x')</script><style>p{color:red}</style>",
        "The council opened a bridge.\n\nIt is long."
    )]
    [InlineData(
        "The council opened a <a href=\"https://example.com/?a=1&b=2\">bridge</a>.<br/>It is long.",
        "The council opened a bridge.\n\nIt is long."
    )]
    [InlineData("The mayor&#8217;s bridge &amp; road, she&amp;#8217;d said.", "The mayor’s bridge & road, she’d said.")]
    [InlineData("The mayorâ€™s cafÃ© opened, â€œfor goodâ€\u009D.", "The mayor’s café opened, “for good”.")]
    [InlineData("A lake of < 5 metres and > 3 metres opened.", "A lake of < 5 metres and > 3 metres opened.")]
    [InlineData("<ul><li>One bridge.</li><li>Two bridges.</li></ul>", "• One bridge.\n\n• Two bridges.")]
    [InlineData("<!-- remember the vote -->The council <em>opened</em> a bridge.", "The council opened a bridge.")]
    [InlineData(
        "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>41,200</td></tr><tr><td>2022</td><td>38,650</td></tr></table>",
        "Year: 2021 | Cars: 41,200\n\nYear: 2022 | Cars: 38,650"
    )]
    public void Markup_in_a_record_is_gone(string text, string expected) =>
        Assert.Equal(expected, Parsed.Json(System.Text.Json.JsonSerializer.Serialize(new { id = "a", text })).Text);

    [Fact]
    public void Template_code_in_markdown_is_gone()
    {
        var article = Parsed.Markdown(
            $$$"""
            ---
            title: Bridge
            ---
            import Chart from '../chart'

            {{< figure src="a.jpg" >}}

            {% include box.html %}

            {{{Story}}}

            {{< note >}}{{{More}}}{{< /note >}}

            {% comment %}not yet{% endcomment %}
            <!-- check -->
            {: .lead}
            """
        );

        Assert.Equal($"Bridge\n\n{Story}\n\n{More}", article.Text);
    }

    [Fact]
    public void The_words_of_html_blocks_in_markdown_stay()
    {
        var article = Parsed.Markdown(
            $"---\ntitle: Bridge\n---\n<div class=\"x\">{Story}</div>\n\n<blockquote>\n<p>{More}</p>\n</blockquote>\n"
        );

        Assert.Equal($"Bridge\n\n{Story}\n\n{More}", article.Text);
    }

    [Fact]
    public void Rows_of_tables_stay_apart_and_carry_their_columns()
    {
        const string Rows = "Year: 2021 | Cars: 41,200\n\nYear: 2022 | Cars: 38,650";

        Assert.Contains(
            Rows,
            Parsed
                .Markdown(
                    $"# Bridge\n\n{Story}[^1]\n\n| Year | Cars |\n|---|--:|\n| 2021 | 41,200 |\n| 2022 | 38,650 |\n\n[^1]: The minutes.\n"
                )
                .Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Rows,
            Parsed.Text($"Council opens bridge\n\n{Story}\n\nYear\tCars\n2021\t41,200\n2022\t38,650\n\n{More}").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_row_is_a_passage_of_its_own() =>
        Assert.Equal(
            [Story, "Year: 2021 | Cars: 41,200", "Year: 2022 | Cars: 38,650", More],
            Parsed.Text($"Council opens bridge\n\n{Story}\n\nYear\tCars\n2021\t41,200\n2022\t38,650\n\n{More}").Slices(PassageKind.Body)
        );

    [Fact]
    public void Notes_of_the_editors_are_no_news()
    {
        var article = Parsed.Text(
            $"Council opens bridge\n\n{Story}\n\n{More}\n\nCorrection: An earlier version of this article said that it "
                + $"cost 50 million dollars."
        );

        Assert.Equal([$"{Story}\n\n{More}"], article.Slices(PassageKind.Body));
        Assert.Single(article.Slices(PassageKind.Note));
    }

    [Fact]
    public async Task Older_encodings_are_read_when_it_is_certain_which_and_told_of()
    {
        using var coverage = new CoverageFolder()
            .Add(
                "windows.txt",
                [
                    .. "Caf"u8,
                    0xE9,
                    .. " opens\n\nIt is the mayor"u8,
                    0x92,
                    .. "s "u8,
                    0x93,
                    .. "first"u8,
                    0x94,
                    .. " caf"u8,
                    0xE9,
                    .. ", she said."u8,
                ]
            )
            .Add(
                "wide.jsonl",
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{\"id\":\"w\",\"text\":\"The ferry sank in the storm.\"}\n")]
            )
            .Add("unmarked.txt", Encoding.Unicode.GetBytes("The mayor resigned on Monday after a long debate."));

        var report = await coverage.IndexAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, report.Added);
        Assert.Equal(
            "Café opens\n\nIt is the mayor’s “first” café, she said.",
            coverage.Store.Articles[ArticleId.Parse("windows")].Article.Text
        );
        Assert.Contains(report.Failed, failure => failure.Reason.Contains("windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void The_furniture_of_a_whole_page_is_gone()
    {
        var article = Parsed.Text(
            $"""
            We and our 310 partners store and access data on your device. Accept all
            Skip to content
            MENU
            Sign in
            Home / News / City

            Council opens bridge

            By Jane Doe, City Correspondent
            3 June 2021 · 4 min read
            Share on Facebook
            12 Comments

            {Story}

            ADVERTISEMENT - CONTINUE READING BELOW

            READ: Ten bridges to see

            {More}

            Sign up for The Tide, our free daily newsletter, and never miss a story.
            Enter your email address

            Published 3 hours ago

            14:32 GMT

            Recommended

            Why ferries are cheaper than bridges

            Topics
            Bridges
            Rivers

            © 2021 The Daily Example. All rights reserved.
            """
        );

        Assert.Equal(
            $"Council opens bridge\n\nBy Jane Doe, City Correspondent\n\n3 June 2021 · 4 min read\n\n{Story}\n\n{More}",
            article.Text
        );
        Assert.Equal(
            ("Council opens bridge", "Jane Doe", "2021-06-03", "The Daily Example"),
            (article.Title, article.Byline, article.Published?.ToString(), article.Outlet)
        );
    }

    [Fact]
    public void A_press_release_has_its_headline_and_no_marks_of_its_trade()
    {
        var article = Parsed.Text(
            $"FOR IMMEDIATE RELEASE\nJune 3, 2021\n\nContact: Jane Doe, 555-0100, press@example.com\n\nCouncil Opens "
                + $"Bridge Over River\n\nSPRINGFIELD, June 3, 2021 /PRNewswire/ -- "
                + $"{Story}\n\n{More}\n\n(MORE)\n\n-30-\n\n###\n\nENDS"
        );

        Assert.Equal(
            ("Council Opens Bridge Over River", "2021-06-03", "SPRINGFIELD", "PR Newswire"),
            (article.Title, article.Published?.ToString(), article.Dateline, article.Outlet)
        );
        Assert.EndsWith(More, article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SURABAYA, Indonesia/JAKARTA (Reuters) - ", "SURABAYA, Indonesia/JAKARTA", "Reuters")]
    [InlineData("KYIV/WARSAW, March 3 (Reuters) - ", "KYIV/WARSAW", "Reuters")]
    [InlineData("UNITED NATIONS (AP) _ ", "UNITED NATIONS", "AP")]
    [InlineData("KENNEDY SPACE CENTER, Florida (CNN) ", "KENNEDY SPACE CENTER, Florida", "CNN")]
    [InlineData("RIO DE JANEIRO, Nov. 7, 2021 (AFP) -- ", "RIO DE JANEIRO", "AFP")]
    public void A_dateline_is_told_of_and_is_no_part_of_its_sentence(string dateline, string place, string outlet)
    {
        var article = Parsed.Text($"Council opens bridge\n\n{dateline}{Story}\n\n{More}");

        Assert.Equal((place, outlet), (article.Dateline, article.Outlet));
        Assert.Equal([$"{Story}\n\n{More}"], article.Slices(PassageKind.Body));
        Assert.Contains(dateline + Story, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_above_an_agencys_dateline_tells_of_photos()
    {
        var article = Parsed.Text(
            $"1 of 4. The bridge is seen in Springfield, December 29, 2020.\n\nSPRINGFIELD (Reuters) - {Story}\n\n{More}"
        );

        Assert.Equal("The council opened a new bridge over the river on Thursday", article.Title);
        Assert.Single(article.Slices(PassageKind.Caption));
    }

    [Theory]
    [InlineData("Jane Doe\n3 June 2021", "Jane Doe")]
    [InlineData("By Jane Doe in London and John Smith in Paris", "Jane Doe and John Smith")]
    [InlineData("Jane Doe | City Correspondent | 3 June 2021", "Jane Doe")]
    [InlineData("By Jane Doe, jane@example.com", "Jane Doe")]
    public void Bylines_of_all_kinds_are_read(string lines, string byline) =>
        Assert.Equal(byline, Parsed.Text($"Council opens bridge\n\n{lines}\n\n{Story}\n\n{More}").Byline);

    [Theory]
    [InlineData("https://www.apnews.com/article/1", "AP")]
    [InlineData("https://edition.cnn.com/2021/x", "CNN")]
    [InlineData("https://news.springfield-herald.com/x", "news.springfield-herald.com")]
    [InlineData("https://news.google.com/articles/1", null)]
    public void The_outlet_is_taken_from_the_address_when_nothing_else_says_it(string url, string? outlet) =>
        Assert.Equal(outlet, Parsed.Json($$"""{"id":"a","url":"{{url}}","text":"The council opened a bridge."}""").Outlet);

    [Theory]
    [InlineData("Associated Press")]
    [InlineData("The Associated Press")]
    [InlineData("AP")]
    public void Spellings_of_an_outlet_are_one(string spelling) =>
        Assert.Equal("AP", Parsed.Json($$"""{"id":"a","outlet":"{{spelling}}","text":"The council opened a bridge."}""").Outlet);
}
