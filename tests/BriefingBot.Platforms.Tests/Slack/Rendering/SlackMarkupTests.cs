using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Slack.Rendering;

namespace BriefingBot.Platforms.Tests.Slack.Rendering;

public sealed class SlackMarkupTests
{
    [Theory]
    [InlineData("plain words, 3.5 per cent (or so).", "plain words, 3.5 per cent (or so).")]
    [InlineData("*bold* _it_ ~gone~ `code` \\", @"\*bold\* \_it\_ \~gone\~ \`code\` \\")]
    [InlineData("[sic] ![x](https://a.example)", @"\[sic\] !\[x\](https:" + "\u2060//a.example)")]
    [InlineData("# head", @"\# head")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item 2. not", @"1\. item 2. not")]
    [InlineData("=== rule", @"\=== rule")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("R&D < 3 > 2 &amp;", "R&amp;D &lt; 3 &gt; 2 &amp;amp;")]
    [InlineData("two\nlines\r\n\tand\u2028more", "two lines and more")]
    [InlineData("    no code", " no code")]
    public void Words_of_articles_show_as_they_are_in_Markdown(string text, string expected) =>
        Assert.Equal(expected, Write(new Inline(text), AnswerBlockKind.Paragraph));

    [Theory]
    [InlineData("*bold* ~gone~ `code`", "\u2217bold\u2217 \u223Cgone\u223C \u02CBcode\u02CB")]
    [InlineData("R&D <b> &lt;", "R&amp;D &lt;b&gt; &amp;lt;")]
    [InlineData("# [1] - 2.", "# [1] - 2.")]
    public void Titles_show_as_they_are_in_mrkdwn(string text, string expected) =>
        Assert.Equal(expected, Write(new Inline(text), AnswerBlockKind.Lines));

    [Theory]
    [InlineData("<!channel> <@U1> <#C1> <https://a.example>")]
    [InlineData("@channel @Here @EVERYONE")]
    [InlineData("https://a.example HTTP://a.example www.a.example mailto:a@b.example :wave:")]
    public void Nothing_mentions_links_or_pictures_in_either(string text)
    {
        foreach (var kind in Enum.GetValues<AnswerBlockKind>())
        {
            string written = Write(new Inline(text), kind);

            Assert.DoesNotContain('<', written);
            Assert.DoesNotContain("@channel", written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@here", written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@everyone", written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("://", written, StringComparison.Ordinal);
            Assert.DoesNotContain("www.", written, StringComparison.Ordinal);
            Assert.DoesNotContain("mailto:", written, StringComparison.Ordinal);
            Assert.DoesNotContain(":wave:", written, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("At 10:30:15 the press@here.example wrote", "At 10:30:15 the press@" + "\u2060here.example wrote")]
    [InlineData("the channel here: everyone", "the channel here: everyone")]
    public void What_only_looks_alike_keeps_its_words(string text, string expected) =>
        Assert.Equal(expected, Write(new Inline(text), AnswerBlockKind.Paragraph));

    [Theory]
    [InlineData("https://a.example/x?a=1&b=2", "<https://a.example/x?a=1&amp;b=2|The \u00A6 \u2039title\u203A>")]
    [InlineData("https://a.example/(x)|y<z>", "<https://a.example/%28x%29%7Cy%3Cz%3E|The \u00A6 \u2039title\u203A>")]
    [InlineData("javascript:alert(1)", "The | &lt;title&gt;")]
    [InlineData("not an address", "The | &lt;title&gt;")]
    public void A_link_cannot_be_broken_out_of(string address, string expected) =>
        Assert.Equal(expected, Write(new Inline("The | <title>", InlineKind.Text, address), AnswerBlockKind.Lines));

    [Fact]
    public void A_link_in_Markdown_has_its_brackets_escaped() =>
        Assert.Equal(
            @"[The \[title\]](https://a.example/%28x%29)",
            Write(new Inline("The [title]", InlineKind.Text, "https://a.example/(x)"), AnswerBlockKind.Paragraph)
        );

    [Fact]
    public void A_link_that_is_too_long_becomes_text() =>
        Assert.Equal(
            "Title",
            Write(new Inline("Title", InlineKind.Text, $"https://a.example/{new string('x', 2000)}"), AnswerBlockKind.Lines)
        );

    [Theory]
    [InlineData(" [1]", " [1]")]
    [InlineData("[23]", "[23]")]
    [InlineData("[x]", @"\[x\]")]
    public void Marks_of_citations_are_plain_and_only_they(string text, string expected) =>
        Assert.Equal(expected, Write(new Inline(text, InlineKind.Mark), AnswerBlockKind.Paragraph));

    [Theory]
    [InlineData(AnswerBlockKind.Lines, " word ", " *word* ")]
    [InlineData(AnswerBlockKind.Paragraph, " a*b ", @" **a\*b** ")]
    [InlineData(AnswerBlockKind.Lines, " ", " ")]
    public void What_stands_out_has_its_blanks_outside(AnswerBlockKind kind, string text, string expected) =>
        Assert.Equal(expected, Write(new Inline(text, InlineKind.Strong), kind));

    [Fact]
    public void Every_line_of_a_quote_is_quoted_and_stays_a_line()
    {
        Assert.Equal("> a  \n> b", SlackMarkup.Message.Wrap(AnswerBlockKind.Quote, "a\nb"));
        Assert.Equal("> a\n> b", SlackMarkup.Home.Wrap(AnswerBlockKind.Quote, "a\nb"));
    }

    [Fact]
    public void A_home_tab_has_no_Markdown()
    {
        Assert.Equal("\u2217bold\u2217", SlackMarkup.Home.Render(new Inline("*bold*"), AnswerBlockKind.Paragraph));
        Assert.False(SlackMarkup.Home.IsMarkdown(AnswerBlockKind.Paragraph));
    }

    private static string Write(Inline inline, AnswerBlockKind kind) => SlackMarkup.Message.Render(inline, kind);
}
