using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class SentenceSplitterTests
{
    // The sentences are separated by | in each text; what the splitter sees has none.
    [Theory]
    [InlineData("S. Korea agreed.| John F. Kennedy won.| U.S. Secretary of State Antony Blinken spoke.")]
    [InlineData("He lives in the U.S.| The trip cost $3.5 million.| It was 9 a.m. Thursday.")]
    [InlineData("On Feb. 23, Rep. Liz Cheney met Gov. Newsom.| Lt. Gov. Eleni Kounalakis came in Sept.| They left.")]
    [InlineData("It ranks No. 5 in the world.| He said no.| She said yes.")]
    [InlineData("Apple Inc. Chief Executive Tim Cook spoke.| Rep. Ro Khanna, D-Calif., agreed with J.P. Morgan Co. officials.")]
    [InlineData("“We won. |They lost,” he said.| “It was carnage.” |Then he left.")]
    [InlineData("\"We won,\" he said. |\"They lost.\" |Then he left.")]
    [InlineData("“Why now?” he said.| “Stop!” Blinken shouted.| “Is it over?” |The room fell silent.")]
    [InlineData("It was a hard fight in recent months.|Thursday's hearing went on.|“We know,” he said.|The end.")]
    [InlineData("He waited ... and left.| Well... |The bus came.| “I … I do not know,” she said.")]
    [InlineData("The vote (it was close.) |The result stands.| He paid 1.5 percent in 2016.| Now he pays 2.")]
    [InlineData("Is it true?| Yes!| Visit example.com/About.Us for more.| Ask U.N. officials.")]
    [InlineData("The plan:\n• Cut costs\n• Raise pay\n- Hire people")]
    [InlineData("A headline without a stop\n\n|The story begins here\nand goes on. |It ends.")]
    [InlineData("1. The first point.| 2. The second point.")]
    [InlineData("He bought shares.| eBay rose.| The N.Y. Times and the J. In-young case v. Ohio.")]
    [InlineData("EAST LANSING, Mich. — He called it a blur.| It was.")]
    [InlineData("He asked, \"Are you 'crazy?' \" |Nobody was.| Write to Jane.Doe@example.com now.")]
    [InlineData("The flight left at 5:30 p.m. |It landed in Washington, D.C. |But nobody came.")]
    [InlineData("He fought St. Louis.| Mr. Smith Jr. left . . . and came back.| Done.")]
    public void Splits_where_a_reader_would(string marked)
    {
        string[] expected =
        [
            .. marked
                .Split('|')
                .SelectMany(part =>
                    part.Split("\n•").SelectMany((p, i) => (i == 0 ? p : "•" + p).Split("\n-").Select((q, j) => j == 0 ? q : "-" + q))
                )
                .Select(part => part.Trim()),
        ];

        string text = marked.Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(expected, SentenceSplitter.Split(text).Select(span => span.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public void Finds_no_sentence_in_white_space(string text) => Assert.Empty(SentenceSplitter.Split(text));
}
