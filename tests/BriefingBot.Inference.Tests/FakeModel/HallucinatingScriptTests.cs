using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Scripts.Falsification;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class HallucinatingScriptTests
{
    private const string Question =
        "What will the ferry line to Harrow Island cost, when was it approved and what did Mayor Dana Okafor say of the bridge?";
    private static readonly string Prompt = PromptText.Of(Question, PromptText.Ferry, PromptText.Bridge);

    [Theory]
    [InlineData(Hallucination.WrongNumber, "The line will cost 14 million dollars.")]
    [InlineData(Hallucination.WrongDate, "The line was approved on 12 March 2024.")]
    [InlineData(Hallucination.InventedName, "The mayor is Dana Okafor.")]
    [InlineData(Hallucination.SwappedName, "The mayor is Dana Okafor.")]
    [InlineData(Hallucination.AlteredQuote, "She said it would “take 3,000 cars off the bridge” daily.")]
    [InlineData(Hallucination.AlteredQuote, "The line will cost 14 million dollars.")]
    [InlineData(Hallucination.InventedQuote, "The line will cost 14 million dollars.")]
    [InlineData(Hallucination.Negation, "The line will cost 14 million dollars.")]
    [InlineData(Hallucination.InventedLink, "The line will cost 14 million dollars.")]
    public void What_is_put_in_stands_in_no_passage(Hallucination kind, string claim)
    {
        WrittenSentence truth = WrittenSentence.Marked(claim, claim, 1);
        for (int seed = 0; seed < 20; seed++)
        {
            WrittenSentence? falsified = Falsifier.Apply(truth, kind, PromptReader.Read(Prompt), new Random(seed));
            Assert.NotNull(falsified);
            Assert.Equal(kind, falsified.Falsified);
            Assert.Equal(truth.Citations, falsified.Citations);
            string[] added = [.. PlainWords(falsified.Claim).Except(PlainWords(claim)).Where(static word => word != "the")];
            Assert.NotEmpty(added);
            Assert.DoesNotContain(falsified.Claim, PromptText.Ferry, StringComparison.Ordinal);
            if (
                kind
                is not (Hallucination.Negation or Hallucination.InventedQuote or Hallucination.InventedLink or Hallucination.AlteredQuote)
            )
            {
                Assert.All(added, word => Assert.DoesNotContain(word, PromptText.Ferry, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Marks_are_moved_taken_away_or_name_nothing()
    {
        ModelPrompt prompt = PromptReader.Read(Prompt);
        WrittenSentence truth = WrittenSentence.Marked("The line will cost 14 million dollars.", "", 1);
        Assert.Equal([2], Falsifier.Apply(truth, Hallucination.SwappedCitation, prompt, new Random(1))!.Citations);
        Assert.True(Falsifier.Apply(truth, Hallucination.MissingPassage, prompt, new Random(1))!.Citations[0] > 2);
        Assert.Equal(truth.Claim, Falsifier.Apply(truth, Hallucination.NoCitation, prompt, new Random(1))!.Text);
    }

    [Fact]
    public void The_rate_is_kept_and_every_falsified_sentence_is_marked_so()
    {
        ModelReply truth = new TruthfulScript().Reply(Calls.Of(Prompt));
        ModelReply none = new HallucinatingScript { Rate = 0 }.Reply(Calls.Of(Prompt));
        ModelReply all = new HallucinatingScript { Rate = 1 }.Reply(Calls.Of(Prompt));
        Assert.Equal(truth.Text, none.Text);
        Assert.All(all.Sentences, static sentence => Assert.NotNull(sentence.Falsified));
        Assert.Equal(truth.Sentences.Count, all.Sentences.Count);
        Assert.NotEqual(
            all.Text,
            new HallucinatingScript { Rate = 1, Seed = 1 }
                .Reply(Calls.Of(Prompt))
                .Text
        );
        Assert.Equal(
            all.Text,
            new HallucinatingScript { Rate = 1 }
                .Reply(Calls.Of(Prompt))
                .Text
        );
    }

    private static HashSet<string> PlainWords(string text) =>
        text.Split([' ', '“', '”', '"', '.', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
