using BriefingBot.Slack.Messages;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

public sealed class SlackTextTests
{
    private const string Bot = "U0BOT";

    [Theory]
    [InlineData("<@U0BOT> who signed it?", "who signed it?")]
    [InlineData("hey <@U0BOT|briefingbot>, who signed it?", "hey , who signed it?")]
    [InlineData("did <@U1|ada> or <@U2> sign in <#C1|general>, <#C2>?", "did sign in #general , ?")]
    [InlineData("<!here> <!subteam^S1|@desk> what is new?", "what is new?")]
    [InlineData("<@U1|bob> <@U0BOT> who signed it? cc <@U2>, <@U3>", "who signed it?")]
    [InlineData("who signed it on <!date^1719000000^{date}|June 21>?", "who signed it on June 21 ?")]
    [InlineData("see <https://a.example/x|the treaty> and <https://b.example/y>", "see the treaty and https://b.example/y")]
    [InlineData("mail <mailto:a@b.example|a@b.example>", "mail a@b.example")]
    [InlineData("R&amp;D &lt;3 &gt; 2 &amp;lt;", "R&D <3 > 2 &lt;")]
    [InlineData("*Who* _signed_ ~it~ `now`?", "Who signed it now?")]
    [InlineData("snake_case and 5 * 3", "snake_case and 5 * 3")]
    [InlineData(":wave: hello :+1: at 10:30:15", "hello at 10:30:15")]
    [InlineData("  two\n\nlines\t", "two lines")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Marks_become_words(string? text, string expected) => Assert.Equal(expected, SlackText.Read(text));

    [Theory]
    [InlineData("<@U0BOT> hi", true)]
    [InlineData("hi <@U0BOT|briefingbot>", true)]
    [InlineData("<@U0BOTX> hi", false)]
    [InlineData("&lt;@U0BOT&gt; hi", false)]
    [InlineData(null, false)]
    public void A_mention_of_the_bot_is_seen(string? text, bool expected) => Assert.Equal(expected, SlackText.Mentions(text, Bot));

    [Theory]
    [InlineData("<@U1> look", true)]
    [InlineData("<!here> look", true)]
    [InlineData("<#C1|general> look <https://a.example>", false)]
    public void Talk_to_others_is_seen(string text, bool expected) => Assert.Equal(expected, SlackText.MentionsAnyone(text));
}
