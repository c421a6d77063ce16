using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Models;

public sealed class DraftReaderTests
{
    private static readonly PassageId[] Passages = [.. Enumerable.Range(0, 12).Select(i => new PassageId(ArticleId.Parse("a"), 1, i))];

    [Fact]
    public void Marks_before_and_behind_the_full_stop_belong_to_the_sentence_that_ends()
    {
        var sentences = Read("Seoul protested [1]. Tokyo did not. [2] Both agreed.[3][4] They met [5, 7].");

        Assert.Equal(["Seoul protested.", "Tokyo did not.", "Both agreed.", "They met."], sentences.Select(s => s.Text));
        Assert.Equal(
            [
                [0],
                [1],
                [2, 3],
                [4, 6],
            ],
            sentences.Select(Ordinals)
        );
    }

    [Fact]
    public void Every_way_of_cutting_the_text_into_pieces_gives_the_same_sentences()
    {
        const string text =
            "The U.S. sent 8,000 troops [1][2]. “We agreed. We signed,” Mr. Cho said [3].\n\n- Prices rose 2.5 "
            + "percent. [4]\n- **They fell** later [5].";
        var whole = Read(text);

        Assert.Equal(4, whole.Count);
        Assert.Equal("“We agreed. We signed,” Mr. Cho said.", whole[1].Text);
        Assert.Equal("They fell later.", whole[3].Text);
        for (int size = 1; size < text.Length; size++)
        {
            DraftReader reader = new(Passages);
            List<DraftSentence> pieces = [];
            for (int at = 0; at < text.Length; at += size)
            {
                pieces.AddRange(reader.Add(text.Substring(at, Math.Min(size, text.Length - at))));
            }

            pieces.AddRange(reader.Complete());
            Assert.Equal(whole.Select(Flat), pieces.Select(Flat));
        }
    }

    [Fact]
    public void A_sentence_comes_out_as_soon_as_the_next_one_has_begun()
    {
        DraftReader reader = new(Passages);

        Assert.Empty(reader.Add("Seoul protested [1]."));
        Assert.Empty(reader.Add(" [2"));
        Assert.Empty(reader.Add("] Tokyo"));
        var first = Assert.Single(reader.Add(" did"));
        Assert.Equal("Seoul protested.", first.Text);
        Assert.Equal([0, 1], Ordinals(first));
        Assert.Equal("Tokyo did", Assert.Single(reader.Complete()).Text);
    }

    [Fact]
    public void A_new_line_ends_a_sentence_and_begins_a_paragraph()
    {
        var sentences = Read("One thing [1]\nAnother thing [2]. And more [3].");

        Assert.Equal(
            [("One thing", false), ("Another thing.", true), ("And more.", false)],
            sentences.Select(s => (s.Text, s.StartsParagraph))
        );
    }

    [Fact]
    public void A_mark_of_a_passage_that_was_not_given_points_nowhere()
    {
        var sentence = Assert.Single(Read("It rained [99]."));

        Assert.Equal(default, Assert.Single(sentence.Citations).Passage);
    }

    [Theory]
    [InlineData("NO ANSWER")]
    [InlineData("NO ANSWER.\n")]
    [InlineData("**NO ANSWER**")]
    public void The_words_of_refusal_are_no_sentence(string text)
    {
        DraftReader reader = new(Passages);

        Assert.Empty(reader.Add(text).Concat(reader.Complete()));
        Assert.True(reader.RefusedToAnswer);
    }

    [Fact]
    public void Brackets_that_are_no_marks_stay()
    {
        var sentence = Assert.Single(Read("“[He] left [the room] in 1999 [3].”"));

        Assert.Equal("“[He] left [the room] in 1999.”", sentence.Text);
        Assert.Equal([2], Ordinals(sentence));
    }

    private static List<DraftSentence> Read(string text)
    {
        DraftReader reader = new(Passages);
        return [.. reader.Add(text), .. reader.Complete()];
    }

    private static string Flat(DraftSentence sentence) =>
        $"{sentence.Text}|{string.Join(',', Ordinals(sentence))}|{sentence.StartsParagraph}";

    private static IEnumerable<int> Ordinals(DraftSentence sentence) => sentence.Citations.Select(citation => citation.Passage.Ordinal);
}
