using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class NearCopiesTests
{
    private const string Report =
        "The council of Brakewater voted on Tuesday to close the old harbour after engineers found cracks in its "
        + "northern wall, and ships will use the new port from the first of May until the repairs are done.";

    [Fact]
    public void A_syndicated_copy_with_small_edits_is_a_copy() =>
        Assert.True(AreCopies(Report, "(Wire) " + Report.Replace("on Tuesday ", "", StringComparison.Ordinal)));

    [Fact]
    public void Another_report_on_the_same_event_is_none() =>
        Assert.False(
            AreCopies(
                Report,
                "Brakewater will close its old harbour for repairs, the council decided on Tuesday. Cracks had been "
                    + "found by engineers in the wall to the north; ships go to the new port."
            )
        );

    [Fact]
    public void A_long_text_that_holds_the_short_one_is_no_copy_of_it() =>
        Assert.False(
            AreCopies(
                Report,
                Report
                    + " Mayor Anna Vogt said that nobody had warned her, that the province had promised money twice and "
                    + "that she would ask for an inquiry into the engineers who had signed the papers ten years ago."
            )
        );

    [Fact]
    public void Short_texts_are_copies_only_when_equal()
    {
        Assert.True(AreCopies("The old harbour is closed.", "The old harbour is closed."));
        Assert.False(AreCopies("The old harbour is closed.", "The old harbour is open."));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Two words", "Two words")]
    public void Texts_without_a_run_of_three_words_are_never_copies(string one, string other) => Assert.False(AreCopies(one, other));

    [Fact]
    public void A_text_is_the_same_in_however_many_lists_its_words_come()
    {
        var words = WordTokenizer.Tokenize(Report);

        Assert.True(new NearCopies([.. words.Take(9)], [], [.. words.Skip(9)]).IsCopyOf(new NearCopies(words)));
    }

    private static bool AreCopies(string one, string other)
    {
        NearCopies first = new(WordTokenizer.Tokenize(one));
        NearCopies second = new(WordTokenizer.Tokenize(other));
        var kept = NearCopies.Kept(WordTokenizer.Tokenize(other));
        Assert.Equal(first.IsCopyOf(second), second.IsCopyOf(first));
        Assert.Equal(first.IsCopyOf(second), kept.IsCopyOf(first));
        return first.IsCopyOf(second);
    }
}
