using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Discord.Rendering;

namespace BriefingBot.Platforms.Tests.Discord.Rendering;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("plain words, and a dash - here", "plain words, and a dash - here")]
    [InlineData("*bold* _it_ ~s~ `code` ||spoiler||", @"\*bold\* \_it\_ \~s\~ \`code\` \|\|spoiler\|\|")]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("In 2024. Then", "In 2024. Then")]
    [InlineData("<@123> <#4> <:x:5> <t:6>", @"\<@123\> \<#4\> \<:x:5\> \<t:6\>")]
    [InlineData("[a](https://b.example)", @"\[a\]\(https\://b.example\)")]
    [InlineData("see https://evil.example now", @"see https\://evil.example now")]
    [InlineData("back\\slash", @"back\\slash")]
    [InlineData("two\nlines\r\n# here", "two lines  # here")]
    public void Text_is_shown_as_it_is(string text, string expected) => Assert.Equal(expected, DiscordMarkdown.Escape(text));

    [Theory]
    [InlineData("Title", "https://a.example/x", "[Title](<https://a.example/x>)")]
    [InlineData("A [right] (left)", "https://a.example/(x)", "[A (right) (left)](<https://a.example/%28x%29>)")]
    [InlineData("At https://evil.example", "https://a.example/", "[At https evil.example](<https://a.example/>)")]
    [InlineData("*Title*", "https://a.example/a b>", @"[\*Title\*](<https://a.example/a%20b%3E>)")]
    [InlineData("Title", "javascript:alert(1)", "Title")]
    [InlineData("Title", "not an address", "Title")]
    [InlineData("   ", "https://a.example/", "   ")]
    public void A_link_cannot_be_broken_out_of(string text, string address, string expected) =>
        Assert.Equal(expected, DiscordMarkdown.Link(text, address));

    [Fact]
    public void Every_line_of_a_quote_is_quoted() => Assert.Equal("> a\n> b", DiscordMarkup.Instance.Wrap(AnswerBlockKind.Quote, "a\nb"));

    [Theory]
    [InlineData(" bold ", " **bold** ")]
    [InlineData("bold", "**bold**")]
    [InlineData("  ", "  ")]
    public void Marks_stand_around_words_and_not_around_blanks(string text, string expected) =>
        Assert.Equal(expected, DiscordMarkup.Instance.Render(new Inline(text, InlineKind.Strong), AnswerBlockKind.Paragraph));
}
