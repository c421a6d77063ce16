using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData(
        "“The wall is old. It will not hold,” Vogt said. The harbour is closed.",
        "“The wall is old. It will not hold,” Vogt said.|The harbour is closed."
    )]
    [InlineData(
        "\"The wall is old. It will not hold,\" Vogt said. The harbour is closed.",
        "\"The wall is old. It will not hold,\" Vogt said.|The harbour is closed."
    )]
    [InlineData(
        "Vogt said: “The wall is old. It will not hold.” The harbour is closed.",
        "Vogt said: “The wall is old. It will not hold.”|The harbour is closed."
    )]
    [InlineData("The harbour is closed. The wall is old.", "The harbour is closed.|The wall is old.")]
    public void Sentences_of_one_quotation_stay_with_their_speaker(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SentenceReader.Read(Sample.Passage(text)).Select(sentence => sentence.Text)));

    [Fact]
    public void A_quotation_that_never_ends_does_not_swallow_the_rest()
    {
        var sentences = SentenceReader.Read(Sample.Passage("“The wall is old. It will not hold. Ships must leave. The harbour is closed."));
        Assert.Equal(4, sentences.Count);
    }

    [Fact]
    public void Sentences_are_slices_of_the_article_where_they_say_they_stand()
    {
        string[] pieces = ["The wall", " is old", ". ", "“", "”", "\"", "😀", "\uD83D", "é", "\n", "? ", "Mr. Lind", " said", "…", "U.S. "];
        var texts = Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                texts,
                text =>
                {
                    int last = 100;
                    foreach (var sentence in SentenceReader.Read(Sample.Passage(text, start: 100)))
                    {
                        if (
                            sentence.Start < last
                            || text[(sentence.Start - 100)..(sentence.End - 100)] != sentence.Text
                            || sentence.Words.Any(word => word.End > sentence.Text.Length)
                        )
                        {
                            return false;
                        }

                        last = sentence.End;
                    }

                    return true;
                }
            )
        );
    }
}
