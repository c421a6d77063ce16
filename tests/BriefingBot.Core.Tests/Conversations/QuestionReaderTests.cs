using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Conversations;

public sealed class QuestionReaderTests
{
    private static readonly QuestionReader Reader = new(new FixedClock(new DateTimeOffset(2024, 7, 17, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\t ", "empty")]
    [InlineData("\0\u0001\u200B\uFEFF", "empty")]
    [InlineData("what is it to be?", "no word")]
    [InlineData("?!... --- ''", "no word")]
    [InlineData("😀😀", "no word")]
    public void What_holds_nothing_to_look_up_is_turned_away_with_a_reason(string text, string says)
    {
        var error = Assert.Throws<InvalidQuestionException>(() => Reader.Read(new IncomingMessage(text)));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_question_of_ten_thousand_characters_is_turned_away_with_the_limit()
    {
        var error = Assert.Throws<InvalidQuestionException>(() => Reader.Read(new IncomingMessage(new string('x', 10_000))));
        Assert.Contains("10,000", error.Message, StringComparison.Ordinal);
        Assert.Contains("2,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_told_the_same_way_under_any_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            var error = Assert.Throws<InvalidQuestionException>(() => Reader.Read(new IncomingMessage(new string('x', 10_000))));
            Assert.Contains("10,000", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Who\u0000 opened\r\n\tthe  harbour?", "Who opened the harbour?")]
    [InlineData("Who op\u200Bened the har\u00ADbour?", "Who opened the harbour?")]
    [InlineData("Who \uD83Dopened the harbour?", "Who opened the harbour?")]
    [InlineData("\u202EWho opened the harbour? 😀", "Who opened the harbour? 😀")]
    public void Control_and_invisible_characters_are_taken_out(string text, string read) =>
        Assert.Equal(read, Reader.Read(new IncomingMessage(text)).Text);

    [Fact]
    public void The_longest_questions_that_may_be_asked_are_read_fast()
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("Harbour ", 249)),
            string.Concat(Enumerable.Repeat("which what ", 180)),
            string.Concat(Enumerable.Repeat("from May to ", 165)),
            "Who " + new string('A', 1900),
            string.Concat(Enumerable.Repeat("A. ", 660)),
            string.Concat(Enumerable.Repeat("the last ", 220)) + "x",
        ];
        long started = TimeProvider.System.GetTimestamp();
        Assert.All(
            texts,
            text =>
                Assert.True(
                    Record.Exception(() => Reader.Read(new IncomingMessage(text) { History = [text, text] }))
                        is null
                            or InvalidQuestionException
                )
        );
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1899, 12, 31)]
    [InlineData(2101, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_day_far_from_any_news_is_turned_away(int year, int month, int day)
    {
        var error = Assert.Throws<InvalidQuestionException>(() =>
            Reader.Read(new IncomingMessage("Who met last week?") { AsOf = new DateOnly(year, month, day) })
        );
        Assert.Contains("1900", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_and_last_day_that_may_be_asked_on_have_a_past_to_ask_for()
    {
        string[] questions =
        [
            "Who met last week?",
            "Who met last month?",
            "Who met last year?",
            "Who won yesterday?",
            "What changed in the last 999 years?",
            "Who resigned in March?",
            "What happened today?",
            "What happened after 2100?",
        ];
        DateOnly[] days = [new(1900, 1, 1), new(2100, 12, 31)];
        Assert.All(
            questions,
            question => Assert.All(days, day => Assert.NotNull(Reader.Read(new IncomingMessage(question) { AsOf = day })))
        );
    }

    [Fact]
    public void Asked_without_a_day_it_is_today_and_all_may_be_seen()
    {
        var question = Reader.Read(new IncomingMessage("Who opened the harbour?"));
        Assert.Equal(new DateOnly(2024, 7, 17), question.AsOf);
        Assert.False(question.IsBackdated);
        Assert.Null(question.Collections);
    }

    [Fact]
    public void A_given_day_and_given_collections_are_kept()
    {
        var question = Reader.Read(
            new IncomingMessage("Who opened the harbour last week?") { AsOf = new DateOnly(2023, 1, 4), Collections = ["desk"] }
        );
        Assert.True(question.IsBackdated);
        Assert.Equal(new DateOnly(2022, 12, 26), question.Window!.Value.From);
        Assert.Equal(["desk"], question.Collections!);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
