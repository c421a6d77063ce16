using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Slack.Interactions.SlashCommands;

namespace BriefingBot.Platforms.Tests.Slack.Interactions;

public sealed class SlashCommandParserTests
{
    [Theory]
    [InlineData("ask Who signed it?", "Who signed it?")]
    [InlineData("ASK  what is new", "what is new")]
    [InlineData("ask", "")]
    [InlineData("who signed the treaty", "who signed the treaty")]
    [InlineData("NATO?", "NATO?")]
    [InlineData("status of the talks?", "status of the talks?")]
    [InlineData("channel tunnel closed why?", "channel tunnel closed why?")]
    [InlineData("sources say what about the treaty?", "sources say what about the treaty?")]
    [InlineData("brief me on the treaty", "brief me on the treaty")]
    [InlineData("follow up on the treaty", "follow up on the treaty")]
    [InlineData("following the treaty, what happened", "following the treaty, what happened")]
    public void Questions_are_asked_with_the_word_or_without(string text, string expected)
    {
        var command = SlashCommandParser.Parse(text);

        Assert.Equal(SlashVerb.Ask, command.Verb);
        Assert.Equal(expected, command.Text);
    }

    [Theory]
    [InlineData("latest", null, null)]
    [InlineData("latest 3", null, 3)]
    [InlineData("Latest NATO summit 3", "NATO summit", 3)]
    [InlineData("latest elections 2024", "elections 2024", null)]
    [InlineData("latest 0", null, 0)]
    public void Latest_takes_a_topic_and_a_count(string text, string? topic, int? count)
    {
        var command = SlashCommandParser.Parse(text);

        Assert.Equal((SlashVerb.Latest, topic, count), (command.Verb, command.Text, command.Count));
    }

    [Theory]
    [InlineData("", "Help")]
    [InlineData("  ", "Help")]
    [InlineData("help", "Help")]
    [InlineData("Status", "Status")]
    [InlineData("sources", "Sources")]
    [InlineData("sources korea herald", "Sources")]
    [InlineData("reindex", "Reindex")]
    [InlineData("channel", "Channel")]
    public void Commands_are_known_in_any_case(string text, string verb)
    {
        var command = SlashCommandParser.Parse(text);

        Assert.Equal(verb, command.Verb.ToString());
        Assert.Null(command.NotUnderstood);
    }

    [Theory]
    [InlineData("brief", "Brief", "")]
    [InlineData("Brief now NATO summit", "Brief", "now NATO summit")]
    [InlineData("brief schedule */30 8-18 * * 1-5 Europe/Berlin", "Brief", "schedule */30 8-18 * * 1-5 Europe/Berlin")]
    [InlineData("brief weekdays 8:30", "Brief", "weekdays 8:30")]
    [InlineData("follow topic oil &amp; gas", "Follow", "topic oil & gas")]
    [InlineData("follow NATO", "Follow", "NATO")]
    [InlineData("follow quiet 22:00-07:00 Berlin", "Follow", "quiet 22:00-07:00 Berlin")]
    public void Briefings_and_follows_read_their_words_themselves(string text, string verb, string words)
    {
        var command = SlashCommandParser.ParseRaw(text);

        Assert.Equal(verb, command.Verb.ToString());
        Assert.Equal(words, string.Join(' ', command.Words));
    }

    [Theory]
    [InlineData("unfollow topic floods", "Unfollow", "topic floods")]
    [InlineData("unfollow", "Unfollow", null)]
    [InlineData("following", "Following", null)]
    public void What_is_followed_is_shown_and_ended(string text, string verb, string? words)
    {
        var command = SlashCommandParser.ParseRaw(text);

        Assert.Equal((verb, words), (command.Verb.ToString(), command.Text));
    }

    [Fact]
    public void Rebuild_is_said_by_its_word() => Assert.True(SlashCommandParser.Parse("reindex REBUILD").IsRebuild);

    [Theory]
    [InlineData("reindex source:tessel", "tessel", false)]
    [InlineData("reindex rebuild source:tessel", "tessel", true)]
    [InlineData("reindex Source: tessel rebuild", "tessel", true)]
    [InlineData("reindex source tessel", "tessel", false)]
    public void Reindex_takes_a_source_and_the_word_rebuild_in_any_order(string text, string source, bool isRebuild)
    {
        var command = SlashCommandParser.Parse(text);

        Assert.Equal((SlashVerb.Reindex, source, isRebuild), (command.Verb, command.Source, command.IsRebuild));
    }

    [Theory]
    [InlineData("reindex pause", LeaseWish.Pause)]
    [InlineData("reindex Resume", LeaseWish.GoOn)]
    [InlineData("reindex cancel", LeaseWish.End)]
    public void A_run_that_is_going_on_is_told_by_a_word_alone(string text, LeaseWish wish) =>
        Assert.Equal(wish, SlashCommandParser.Parse(text).Wish);

    [Theory]
    [InlineData("reindex rebuild pause", "'pause'")]
    [InlineData("reindex source:", "'source:'")]
    [InlineData("statsu", "'statsu'")]
    [InlineData("help me", "'help'")]
    [InlineData("reindex now", "'now'")]
    [InlineData("channel onn", "'onn'")]
    [InlineData("channel style", "'style'")]
    [InlineData("channel style loud", "'style loud'")]
    [InlineData("channel collection", "'collection'")]
    public void What_is_not_understood_is_named(string text, string named)
    {
        var command = SlashCommandParser.Parse(text);

        Assert.Equal(SlashVerb.Help, command.Verb);
        Assert.Contains(named, command.NotUnderstood, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_a_channel_come_in_any_order_with_the_collection_last()
    {
        Assert.True(SlashCommandParser.Parse("channel").Change.IsEmpty);
        Assert.Equal(new ChannelSettingsChange { Enabled = false }, SlashCommandParser.Parse("channel OFF").Change);
        Assert.Equal(
            new ChannelSettingsChange
            {
                Enabled = true,
                FollowUpsWithoutMention = false,
                Style = ReplyStyle.Thread,
                Collection = "Foreign desk",
            },
            SlashCommandParser.Parse("channel followups off on style thread collection Foreign desk").Change
        );
        Assert.Equal(new ChannelSettingsChange { Collection = "" }, SlashCommandParser.Parse("channel collection ALL").Change);
    }
}
